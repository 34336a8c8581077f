package org.fieldwright.web.manual;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fieldwright.domain.copilot.AskManuals;
import org.fieldwright.domain.copilot.Citation;
import org.fieldwright.domain.copilot.Exchange;
import org.fieldwright.domain.manual.Box;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.manual.OpenPage;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.web.ask.CitationView;
import org.fieldwright.web.frame.Ids;

/** A page of a manual, with what an answer quotes from it marked. */
@Named("viewer")
@RequestScoped
public class PageViewer {
    @Inject
    private OpenPage openPage;

    @Inject
    private AskManuals askManuals;

    private String manual;
    private int number;
    private String exchange;
    private Long passage;

    private OpenPage.OpenedPage opened;
    private Optional<Exchange> asked = Optional.empty();
    private List<Citation> citedHere = List.of();
    private List<Box> marks = List.of();

    /** Opens the page before anything is drawn, so that a wrong address is answered as one. */
    public void open() {
        ManualId id = ManualId.parse(manual)
                .orElseThrow(() -> new FaultException(Fault.NOT_FOUND, "There is no such manual."));
        opened = openPage.open(id, number);
        asked = Ids.uuid(exchange).flatMap(this::exchangeOfMine);
        citedHere = citations().filter(this::isHere).toList();
        marks = citedHere.isEmpty() && passage != null
                ? openPage.marks(opened, passage)
                : citedHere.stream()
                        .flatMap(citation -> citation.boxes().stream())
                        .distinct()
                        .toList();
    }

    /** A colleague's question stays the colleague's: the page opens all the same, by the passage alone. */
    private Optional<Exchange> exchangeOfMine(UUID id) {
        try {
            return Optional.of(askManuals.find(id));
        } catch (FaultException notMine) {
            return Optional.empty();
        }
    }

    private Stream<Citation> citations() {
        return asked.stream()
                .flatMap(known -> Stream.concat(Stream.of(known.extract()), known.worded().stream()))
                .flatMap(answer -> answer.citations().stream());
    }

    private boolean isHere(Citation citation) {
        return citation.manual().equals(opened.manual().id())
                && citation.page() == number
                && (passage == null || citation.passage() == passage);
    }

    /** Where the marked places are, for the picture. */
    public List<Box> getMarks() {
        return marks;
    }

    /** The words of the page, with the quotes marked. */
    public List<MarkedText.Stretch> getText() {
        return MarkedText.of(
                        opened.page().text(),
                        citedHere.stream().map(Citation::quote).toList())
                .stretches();
    }

    /** All pages of the answer one came from. */
    public List<CitationView> getCitations() {
        return asked.stream()
                .flatMap(known -> known.best().citations().stream().map(citation -> CitationView.of(known, citation)))
                .toList();
    }

    public OpenPage.OpenedPage getOpened() {
        return opened;
    }

    /** The address of the picture, still without its width. */
    public String getImage() {
        return "/api/v1/manuals/%s/pages/%d/image".formatted(manual, number);
    }

    public PageMoves getMoves() {
        return new PageMoves(opened.manual(), number, asked.orElse(null));
    }

    public String getQuestion() {
        return asked.map(known -> known.question().text()).orElse("");
    }

    public String getManual() {
        return manual;
    }

    public void setManual(String manual) {
        this.manual = manual;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = number;
    }

    public String getExchange() {
        return exchange;
    }

    public void setExchange(String exchange) {
        this.exchange = exchange;
    }

    public Long getPassage() {
        return passage;
    }

    public void setPassage(Long passage) {
        this.passage = passage;
    }
}
