package org.fieldwright.sandbox.shop;

import org.fieldwright.sandbox.store.Store;

/** A. */
public final class Shop {
    /** B. */
    public Shop(Store store, boolean large) {}

    /** C. */
    public void open() {}
}
