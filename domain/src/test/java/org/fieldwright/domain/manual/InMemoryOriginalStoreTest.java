package org.fieldwright.domain.manual;

class InMemoryOriginalStoreTest implements OriginalStoreContract {
    private final InMemoryOriginalStore store = new InMemoryOriginalStore();

    @Override
    public OriginalStore store() {
        return store;
    }
}
