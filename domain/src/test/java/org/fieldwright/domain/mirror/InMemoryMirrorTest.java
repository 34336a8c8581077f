package org.fieldwright.domain.mirror;

class InMemoryMirrorTest implements MirrorContract {
    private final Mirror mirror = new InMemoryMirror();

    @Override
    public Mirror mirror() {
        return mirror;
    }
}
