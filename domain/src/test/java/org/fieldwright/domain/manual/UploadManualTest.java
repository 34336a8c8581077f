package org.fieldwright.domain.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import org.fieldwright.domain.people.FixedPerson;
import org.fieldwright.domain.people.Role;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.RecordedTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadManualTest {
    private final InMemoryManualLibrary library = new InMemoryManualLibrary();
    private final RecordedTasks tasks = new RecordedTasks();
    private final UploadManual upload = new UploadManual(
            new InMemoryOriginalStore(),
            library,
            tasks,
            FixedPerson.with(Role.ADMINISTRATOR),
            new ManualSettings(1),
            Clock.fixed(Manuals.UPLOADED, ZoneOffset.UTC));

    @Test
    void a_file_is_kept_listed_and_its_reading_asked_for() {
        var outcome = upload.upload(named("NF-80 manual.pdf"), content(3));

        Manual manual = library.find(outcome.manual().id()).orElseThrow();
        assertThat(outcome).isInstanceOf(UploadManual.Outcome.Accepted.class);
        assertThat(manual.state()).isEqualTo(ManualState.WAITING);
        assertThat(manual.uploadedBy()).isEqualTo("administrator@demo.fieldwright");
        assertThat(tasks.submitted()).containsExactly("manual.read " + manual.id());
    }

    @Test
    void the_same_content_again_leads_to_the_manual_that_is_here() {
        Manual first = upload.upload(named("a.pdf"), content(3)).manual();

        var second = upload.upload(named("b.pdf"), content(3));

        assertThat(second).isEqualTo(new UploadManual.Outcome.AlreadyHere(first));
        assertThat(tasks.submitted()).hasSize(1);
    }

    @Test
    void an_empty_file_gets_its_row_too() {
        var outcome = upload.upload(named("empty.pdf"), InputStream.nullInputStream());

        assertThat(library.find(outcome.manual().id())).isPresent();
    }

    @Test
    void a_file_over_the_limit_leaves_nothing_behind() {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> upload.upload(named("big.pdf"), content(1024 * 1024 + 1)))
                .matches(refused -> refused.fault() == Fault.TOO_LARGE);
        assertThat(library.list("", 0, 10).total()).isZero();
        assertThat(tasks.submitted()).isEmpty();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing_behind() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> upload.upload(named("a.pdf"), broken))
                .withMessageContaining("upload it again");
        assertThat(library.list("", 0, 10).total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\manuals\\NF-80_service.pdf, NF-80_service.pdf, NF-80 service",
        "../../etc/passwd, passwd, passwd",
        ".pdf, .pdf, .pdf",
        "/, file, file",
    })
    void a_file_name_is_shown_without_its_folders(String uploaded, String shown, String title) {
        Manual manual = upload.upload(named(uploaded), content(3)).manual();

        assertThat(manual.fileName()).isEqualTo(shown);
        assertThat(manual.title()).isEqualTo(title);
    }

    private static UploadManual.Upload named(String fileName) {
        return new UploadManual.Upload(fileName, "", Equipment.UNKNOWN);
    }

    private static InputStream content(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }
}
