package org.fieldwright.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What keeps the house a house. The reasons are in docs/architecture.md. */
class HouseRulesTest {
    private static final int BEAN_LINES = 200;
    private static final int BEAN_INJECTIONS = 4;
    private static final String USE_CASE = "org.fieldwright.domain.shared.UseCase";
    private static final String NAMED = "jakarta.inject.Named";
    private static final String INJECT = "jakarta.inject.Inject";

    @Test
    void modules_depend_on_each_other_as_the_picture_shows() throws IOException {
        ArchRule picture = classes()
                .that()
                .resideInAPackage("org.fieldwright..")
                .should(PlantUmlArchCondition.adhereToPlantUmlDiagram(
                        House.file("docs/architecture.puml").toUri().toURL(), consideringOnlyDependenciesInDiagram()));

        picture.check(House.CLASSES);
    }

    @Test
    void features_of_the_domain_have_no_cycles() {
        slices().matching("org.fieldwright.domain.(*)..")
                .should()
                .beFreeOfCycles()
                .check(House.CLASSES);
    }

    static Stream<Arguments> technologies_and_their_rooms() {
        return Stream.of(
                room("JPA", List.of("jakarta.persistence.."), "..jpa.."),
                room(
                        "Faces",
                        List.of("jakarta.faces..", "org.primefaces..", "org.omnifaces.."),
                        "org.fieldwright.web.."),
                room("REST", List.of("jakarta.ws.rs.."), "org.fieldwright.web..", "org.fieldwright.servicetitan.."),
                room(
                        "REST clients",
                        List.of("org.eclipse.microprofile.rest.client..", "org.glassfish.jersey.."),
                        "org.fieldwright.servicetitan.."),
                room("Failsafe", List.of("dev.failsafe.."), "org.fieldwright.servicetitan.."),
                room(
                        "Servlets",
                        List.of("jakarta.servlet.http..", "jakarta.servlet.annotation.."),
                        "org.fieldwright.web..",
                        "org.fieldwright.sandbox.war.."),
                room(
                        "LangChain4j",
                        List.of("dev.langchain4j.."),
                        "org.fieldwright.assistant..",
                        "org.fieldwright.rag.embed.."),
                room("Lucene", List.of("org.apache.lucene.."), "org.fieldwright.rag.lucene.."),
                room(
                        "Tika and PDFBox",
                        List.of("org.apache.tika..", "org.apache.pdfbox.."),
                        "org.fieldwright.rag.ingest..",
                        "org.fieldwright.rag.page..",
                        "org.fieldwright.launch.demo.."),
                room("db-scheduler", List.of("com.github.kagkarlsson.."), "..dbscheduler.."),
                room(
                        "SQL",
                        List.of("java.sql..", "javax.sql.."),
                        "..jdbc..",
                        "..jpa..",
                        "..dbscheduler..",
                        "org.fieldwright.rag.pgvector..",
                        "org.fieldwright.migrations..",
                        "org.fieldwright.sandbox",
                        "org.fieldwright.sandbox.store..",
                        "org.fieldwright.sandbox.war..",
                        "org.fieldwright.launch..",
                        "org.fieldwright.evaluation.."));
    }

    @ParameterizedTest(name = "{0} stays in its room")
    @MethodSource("technologies_and_their_rooms")
    void a_technology_stays_in_its_room(String name, String[] packages, String[] rooms) {
        noClasses()
                .that(resideOutsideOfPackages(rooms).and(resideInAnyPackage("org.fieldwright..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .as(name + " is used only in " + List.of(rooms))
                .check(House.CLASSES);
    }

    @Test
    void adapters_are_nobodys_business_but_their_own() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .resideInAnyPackage(
                        "..manual.jdbc..",
                        "..copilot.jdbc..",
                        "..health.jdbc..",
                        "..webhook.jdbc..",
                        "..staff.jdbc..",
                        "..jpa..",
                        "..dbscheduler..")
                .should()
                .notBePublic()
                .check(House.CLASSES);
    }

    @Test
    void every_use_case_names_the_permission_it_needs() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(USE_CASE)
                .and()
                .arePublic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beAnnotatedWith(describe(
                        "@Requires or @OpenToEveryone",
                        annotation -> Set.of("Requires", "OpenToEveryone")
                                .contains(annotation.getRawType().getSimpleName())))
                .check(House.CLASSES);
    }

    @Test
    void time_comes_from_a_clock() {
        noClasses()
                .that()
                .resideInAPackage("org.fieldwright..")
                .should()
                .callMethodWhere(describe("reads the time without a clock", HouseRulesTest::readsTheTimeByItself))
                .check(House.CLASSES);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .that()
                .resideInAPackage("org.fieldwright..")
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO)")
                .check(House.CLASSES);
    }

    @Test
    void only_programs_for_the_command_line_print() {
        noClasses()
                .that(resideOutsideOfPackages(
                        "org.fieldwright.launch..",
                        "org.fieldwright.evaluation..",
                        "org.fieldwright.rag.ingest..",
                        "org.fieldwright.rag.page.."))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(House.CLASSES);
    }

    @Test
    void page_beans_are_small() throws IOException {
        for (Path source : House.sources()) {
            String text = Files.readString(source);
            if (text.contains("\n@Named")) {
                assertThat(text.lines().count()).as("lines of %s", source).isLessThanOrEqualTo(BEAN_LINES);
            }
        }
    }

    @Test
    void page_beans_have_few_injections() {
        House.CLASSES.stream()
                .filter(bean -> bean.isAnnotatedWith(NAMED))
                .forEach(bean -> assertThat(injections(bean))
                        .as("injections of %s", bean)
                        .isLessThanOrEqualTo(BEAN_INJECTIONS));
    }

    @Test
    void the_api_names_all_of_its_classes() {
        JavaClass application = House.CLASSES.get("org.fieldwright.web.api.ApiApplication");
        Set<JavaClass> named = application.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass())
                .collect(Collectors.toSet());

        assertThat(House.CLASSES.stream()
                        .filter(known -> known.getPackageName().startsWith("org.fieldwright.web"))
                        .filter(known -> known.isAnnotatedWith("jakarta.ws.rs.Path")
                                || known.isAnnotatedWith("jakarta.ws.rs.ext.Provider")))
                .isNotEmpty()
                .allMatch(named::contains);
    }

    @Test
    void decision_records_have_numbers_of_their_own() throws IOException {
        try (Stream<Path> records = Files.list(House.file("docs/adr"))) {
            List<String> numbers = records.map(record -> record.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.substring(0, 4))
                    .toList();

            assertThat(numbers).isNotEmpty().doesNotHaveDuplicates().allMatch(number -> number.matches("\\d{4}"));
        }
    }

    private static boolean readsTheTimeByItself(JavaAccess<?> call) {
        if (!call.getTarget().getName().equals("now")
                || !call.getTargetOwner().getPackageName().equals("java.time")) {
            return false;
        }
        return !(call.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class)));
    }

    private static long injections(JavaClass bean) {
        long fields = bean.getFields().stream()
                .filter(field -> field.isAnnotatedWith(INJECT))
                .count();
        long parameters = bean.getConstructors().stream()
                .filter(constructor -> constructor.isAnnotatedWith(INJECT))
                .mapToLong(constructor -> constructor.getRawParameterTypes().size())
                .sum();
        return fields + parameters;
    }

    private static Arguments room(String name, List<String> packages, String... rooms) {
        return Arguments.of(name, packages.toArray(String[]::new), rooms);
    }
}
