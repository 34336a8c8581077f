package org.fieldwright.sandbox.store;

import java.nio.charset.StandardCharsets;

/** The content of a file or a body. */
public final class Bytes {
    public static final Bytes NONE = new Bytes(new byte[0]);
    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    public static Bytes of(byte[] array) {
        return new Bytes(array);
    }

    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes themselves; not to be changed. */
    public byte[] array() {
        return array;
    }

    /** The bytes as UTF-8. */
    public String text() {
        return new String(array, StandardCharsets.UTF_8);
    }

    public int length() {
        return array.length;
    }
}
