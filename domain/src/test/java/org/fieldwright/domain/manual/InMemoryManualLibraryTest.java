package org.fieldwright.domain.manual;

class InMemoryManualLibraryTest implements ManualLibraryContract {
    private final InMemoryManualLibrary library = new InMemoryManualLibrary();

    @Override
    public ManualLibrary library() {
        return library;
    }

    @Override
    public void keepOriginal(String sha256) {
        // a library in memory asks for none
    }
}
