package org.fieldwright.sandbox.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldwright.sandbox.store.Bytes;
import org.fieldwright.sandbox.store.Json;

/** Files that come in as a part of a form, or as they are. */
public final class Uploads {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*(\\S+)");

    private Uploads() {}

    /** A file of a call. */
    public record Upload(String name, String contentType, Bytes content) {}

    /** Keeps the file of a call and answers with its path. */
    public static Result keep(Work work, String folder) {
        return Result.of(Json.object().put("path", store(work, folder, read(work))));
    }

    /** Keeps a file under a path that nobody guesses. */
    public static String store(Work work, String folder, Upload upload) {
        if (upload.content().length() == 0) {
            throw Problem.bad("file", "The file is empty.");
        }
        String path = folder + "/" + UUID.randomUUID() + "/" + upload.name();
        work.ledger().keepFile(path, upload.contentType(), upload.content());
        return path;
    }

    /** Sends the caller to a temporary address of the file. */
    public static Result redirect(Work work) {
        String path = work.asked("path").orElseThrow(() -> Problem.bad("path", "The parameter path is required."));
        if (work.ledger().file(path).isEmpty()) {
            throw Problem.missing("file", path);
        }
        return new Result.Moved("/files?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }

    /** The first file of a multipart body, or the whole body when it is no form. */
    public static Upload read(Work work) {
        String type = work.contentType();
        Matcher boundary = BOUNDARY.matcher(type);
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/") || !boundary.find()) {
            return new Upload("file", type.isEmpty() ? "application/octet-stream" : type, work.file());
        }
        // Bytes as Latin-1 characters: places in the text are places in the body.
        String text = new String(work.file().array(), StandardCharsets.ISO_8859_1);
        String mark = "--" + boundary.group(1);
        int start = text.indexOf(mark);
        while (start >= 0) {
            int next = text.indexOf("\r\n" + mark, start + mark.length());
            int head = text.indexOf("\r\n\r\n", start);
            if (next < 0 || head < 0 || head > next) {
                break;
            }
            String headers = text.substring(start, head);
            Matcher name = FILE_NAME.matcher(headers);
            if (name.find()) {
                Matcher contentType = TYPE.matcher(headers);
                return new Upload(
                        name.group(1),
                        contentType.find() ? contentType.group(1) : "application/octet-stream",
                        Bytes.of(Arrays.copyOfRange(work.file().array(), head + 4, next)));
            }
            start = next + 2;
        }
        throw Problem.bad("file", "The form has no file.");
    }
}
