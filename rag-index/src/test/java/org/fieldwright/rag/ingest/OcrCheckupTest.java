package org.fieldwright.rag.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.domain.health.Checkup;
import org.fieldwright.domain.health.CheckupContract;
import org.fieldwright.domain.health.Condition;
import org.fieldwright.domain.health.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a command in the place of Tesseract that knows two languages. */
class OcrCheckupTest implements CheckupContract {
    @TempDir
    private Path folder;

    @Override
    public Checkup checkup() {
        return asking(pretender(), "eng");
    }

    @Test
    void a_recogniser_that_knows_the_languages_is_good() {
        Finding found = asking(pretender(), "eng+spa").look();

        assertThat(found.condition()).isEqualTo(Condition.GOOD);
        assertThat(found.sentence()).startsWith("Tesseract is there");
    }

    @Test
    void a_language_that_it_does_not_know_is_a_warning_that_names_it() {
        Finding found = asking(pretender(), "eng+deu").look();

        assertThat(found.condition()).isEqualTo(Condition.WARN);
        assertThat(found.sentence()).contains("does not know deu");
        assertThat(found.advice()).contains("tesseract-ocr-deu");
    }

    @Test
    void a_command_that_is_not_there_is_a_warning_that_says_what_it_means() {
        Finding found = asking(folder.resolve("nothing").toString(), "eng").look();

        assertThat(found.condition()).isEqualTo(Condition.WARN);
        assertThat(found.sentence()).contains("questions do not find them");
        assertThat(found.advice()).contains("fieldwright.ocr.command");
    }

    @Test
    void recognition_that_is_switched_off_is_meant_to_be() {
        Finding found = asking(" ", "eng").look();

        assertThat(found.condition()).isEqualTo(Condition.GOOD);
        assertThat(found.sentence()).startsWith("Text recognition is switched off");
    }

    private static OcrCheckup asking(String command, String languages) {
        Map<String, String> settings =
                Map.of("fieldwright.ocr.command", command, "fieldwright.ocr.languages", languages);
        return new OcrCheckup(ReadingSettings.from(name -> Optional.ofNullable(settings.get(name))));
    }

    private String pretender() {
        try {
            Path command = folder.resolve("recogniser");
            Files.writeString(command, "#!/bin/sh\nprintf 'List of available languages (2):\\neng\\nspa\\n'\n");
            Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
            return command.toString();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
