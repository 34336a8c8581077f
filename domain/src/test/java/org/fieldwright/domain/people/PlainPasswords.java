package org.fieldwright.domain.people;

/** Passwords that are not hashed at all, quick enough for tests of what stands on them. Counts the comparisons. */
public class PlainPasswords implements Passwords {
    private int comparisons;

    @Override
    public String hash(String password) {
        return "plain:" + password;
    }

    @Override
    public boolean matches(String password, String hash) {
        comparisons++;
        return hash.replaceFirst("^old:", "plain:").equals("plain:" + password);
    }

    @Override
    public boolean isOutdated(String hash) {
        return hash.startsWith("old:");
    }

    public int comparisons() {
        return comparisons;
    }
}
