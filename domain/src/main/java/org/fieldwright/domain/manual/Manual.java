package org.fieldwright.domain.manual;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A manual of the shop: uploaded, waiting, read, indexed, ready; or failed with a reason and its original kept. Reading
 * it again makes a new edition, which takes the place of the old one in a single switch.
 *
 * @param fileName as uploaded, for show only
 * @param mediaType what the content turned out to be, e.g. {@code application/pdf}
 * @param sha256 the name of the original's content, 64 hex digits
 * @param bytes size of the original
 * @param edition counts the readings, from 0 (never read); the pages and passages that are searched belong to it
 * @param pages how many pages there are, 0 while unknown
 * @param pagesDone how many pages the current step has behind it
 * @param problem why reading failed, when it did
 * @param incident the number to quote for {@link ReadingProblem#UNEXPECTED}; blank otherwise
 * @param version counts every change, for optimistic locking
 */
public record Manual(
        ManualId id,
        String title,
        String fileName,
        String mediaType,
        String sha256,
        long bytes,
        Equipment equipment,
        ManualState state,
        int edition,
        int pages,
        int pagesDone,
        Optional<ReadingProblem> problem,
        String incident,
        String uploadedBy,
        Instant uploadedAt,
        Instant changedAt,
        long version) {
    /** What it is about, from all that is known: title, equipment, and the file's name, which often says more than either. */
    public String about() {
        StringBuilder words = new StringBuilder(title);
        for (String more : List.of(equipment.inWords(), FileName.title(fileName))) {
            if (!words.toString().toLowerCase(Locale.ROOT).contains(more.toLowerCase(Locale.ROOT))) {
                words.append(" - ").append(more);
            }
        }
        return words.toString();
    }

    /** It could not be read; the edition before, if there is one, stays in use. */
    public Manual failed(ReadingProblem reason, String incidentNumber, Instant when) {
        return new Manual(
                id,
                title,
                fileName,
                mediaType,
                sha256,
                bytes,
                equipment,
                ManualState.FAILED,
                edition,
                pages,
                pagesDone,
                Optional.of(reason),
                incidentNumber,
                uploadedBy,
                uploadedAt,
                when,
                version);
    }

    /** It waits to be read, for the first time or again. */
    public Manual waiting(Instant when) {
        return new Manual(
                id,
                title,
                fileName,
                mediaType,
                sha256,
                bytes,
                equipment,
                ManualState.WAITING,
                edition,
                pages,
                0,
                Optional.empty(),
                "",
                uploadedBy,
                uploadedAt,
                when,
                version);
    }

    /** Its next edition, read to the end. */
    public Manual ready(
            String foundTitle, Equipment foundEquipment, String foundMediaType, int pageCount, Instant when) {
        return new Manual(
                id,
                foundTitle,
                fileName,
                foundMediaType,
                sha256,
                bytes,
                foundEquipment,
                ManualState.READY,
                edition + 1,
                pageCount,
                pageCount,
                Optional.empty(),
                "",
                uploadedBy,
                uploadedAt,
                when,
                version);
    }
}
