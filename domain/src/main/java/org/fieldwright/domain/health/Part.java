package org.fieldwright.domain.health;

/** What is looked at, in the order in which it is told. */
public enum Part {
    DATABASE("database", "Database"),
    TABLES("tables", "Tables"),
    SEARCH("search", "Search index"),
    TASKS("tasks", "Reading of manuals"),
    OCR("ocr", "Scanned pages"),
    WRITER("writer", "Answers"),
    DISK("disk", "Disk"),
    SOFTWARE("software", "Software");

    private final String key;
    private final String inWords;

    Part(String key, String inWords) {
        this.key = key;
        this.inWords = inWords;
    }

    /** Its name for programs. */
    public String key() {
        return key;
    }

    public String inWords() {
        return inWords;
    }
}
