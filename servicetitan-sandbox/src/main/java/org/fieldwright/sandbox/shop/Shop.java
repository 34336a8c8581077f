package org.fieldwright.sandbox.shop;

import java.util.Random;
import org.fieldwright.sandbox.store.Store;

/** Fills an empty sandbox. */
public final class Shop {
    private static final long SEED = 20_260_521L;
    private final Store store;
    private final boolean large;

    public Shop(Store store, boolean large) {
        this.store = store;
        this.large = large;
    }

    /** Writes the whole shop, in one transaction; the number of documents. */
    public long open() {
        return store.load(bulk -> {
            Pen pen = new Pen(bulk, new Random(SEED), new Words(), store.now());
            House house = new House(pen);
            house.setUp();
            Shelf shelf = new Shelf(pen);
            shelf.stock();
            Crew crew = new Crew(pen, house, shelf);
            crew.hire(large ? 12 : 8);
            Households households = new Households(pen, house, shelf);
            households.moveIn(large ? 2_000 : 60, large ? 3_000 : 80);
            new Days(pen, house, shelf, crew, households).pass(large ? 20_000 : 300, large ? 36 : 24);
            new Stockroom(pen, house, shelf, crew).move(large ? 150 : 30);
        });
    }
}
