package org.fieldwright.domain.manual;

/** Why a file could not be read, in the user's words. */
public enum ReadingProblem {
    EMPTY_FILE("The file is empty.", "Upload it again from its source."),
    TOO_LARGE("The file is larger than this server accepts.", "Split it, or ask an administrator to raise the limit."),
    UNSUPPORTED_TYPE("This kind of file is not read.", "Upload a PDF, DOCX, HTML, Markdown or text file."),
    WRONG_TYPE("The content of the file is not what its name says.", "Check the file, then upload it again."),
    DAMAGED("The file is damaged or cut off.", "Get it from its source again."),
    ENCRYPTED("The file is locked with a password.", "Save a copy without the password and upload that."),
    NO_PAGES("The file has no pages.", "Check that it is the right file."),
    NO_TEXT("No readable text was found on any page.", "Install OCR on the server, or upload a version with text."),
    TOO_MANY_PAGES("The file has more pages than this server accepts.", "Split it into parts."),
    UNPACKS_TOO_LARGE("The file unpacks to far more than its size and was refused.", "Upload a plain PDF instead."),
    TOOK_TOO_LONG("Reading took too long and was stopped.", "Save it again with a PDF printer and upload that."),
    TOOK_TOO_MUCH_MEMORY(
            "Reading needed too much memory and was stopped.", "Save it again with a PDF printer and upload that."),
    UNEXPECTED(
            "Reading failed for a reason we did not expect.",
            "Try again; if it repeats, quote the number to your administrator.");

    private final String whatHappened;
    private final String whatToDo;

    ReadingProblem(String whatHappened, String whatToDo) {
        this.whatHappened = whatHappened;
        this.whatToDo = whatToDo;
    }

    public String whatHappened() {
        return whatHappened;
    }

    public String whatToDo() {
        return whatToDo;
    }
}
