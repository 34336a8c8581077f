package org.fieldwright.servicetitan;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** A list of which rows at the beginning go away, as when they are changed and leave the stretch of time that is asked for. */
final class ShrinkingList {
    private static final int PAGE_SIZE = 500;

    private final List<Long> left;
    private String at;

    ShrinkingList(int rows) {
        left = new ArrayList<>(LongStream.rangeClosed(1, rows).boxed().toList());
    }

    List<Long> left() {
        return left;
    }

    void isAt(PretendTitan titan, String modulePath) {
        at = modulePath;
        lie(titan);
    }

    void loses(PretendTitan titan, int rows) {
        left.subList(0, Math.min(rows, left.size())).clear();
        lie(titan);
    }

    private void lie(PretendTitan titan) {
        for (int page = 1; page <= 4; page++) {
            int from = Math.min(left.size(), (page - 1) * PAGE_SIZE);
            int to = Math.min(left.size(), page * PAGE_SIZE);
            String[] rows = left.subList(from, to).stream()
                    .map(id -> "{\"id\": " + id + "}")
                    .toArray(String[]::new);
            titan.gives(
                    get(urlPathEqualTo(PretendTitan.path(at))).withQueryParam("page", equalTo(Integer.toString(page))),
                    okJson(PretendTitan.page(to < left.size(), left.size(), rows)));
        }
    }
}
