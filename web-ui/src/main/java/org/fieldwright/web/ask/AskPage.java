package org.fieldwright.web.ask;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fieldwright.domain.copilot.AskManuals;
import org.fieldwright.domain.copilot.Conversations;
import org.fieldwright.domain.copilot.Exchange;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.EquipmentChoices;
import org.fieldwright.domain.manual.ListManuals;
import org.fieldwright.web.frame.Ids;
import org.omnifaces.cdi.Param;
import org.primefaces.PrimeFaces;

/** A technician's conversation with the manuals. */
@Named("ask")
@RequestScoped
public class AskPage {
    private static final int EARLIER = 30;

    @Inject
    private AskManuals askManuals;

    @Inject
    private ListManuals listManuals;

    @Inject
    @Param(pathIndex = 0)
    private String conversationInAddress;

    private String conversation;
    private String equipment;
    private String question;
    private List<ExchangeView> exchanges;
    private List<Conversations.Heading> earlier;
    private EquipmentChoices choices;

    /** Asks the typed question; the page then shows the answer and takes the conversation's address. */
    public void ask() {
        ManualQuestion typed = new ManualQuestion(question, choices().meant(equipment), Set.of());
        Exchange exchange = askManuals.ask(conversationId(), typed);
        conversation = exchange.conversation().toString();
        question = "";
        exchanges = null;
        earlier = null;
        PrimeFaces.current().ajax().addCallbackParam("conversation", conversation);
    }

    /** What is offered while somebody types equipment. */
    public List<String> completeEquipment(String typed) {
        return choices().matching(typed).stream().map(Equipment::inWords).toList();
    }

    /** Questions for somebody who does not know where to begin, about manuals that are here. */
    public List<String> getSuggestions() {
        return Suggestions.about(choices());
    }

    public List<ExchangeView> getExchanges() {
        if (exchanges == null) {
            boolean canWord = askManuals.canWord();
            exchanges = conversationId().stream()
                    .flatMap(id -> askManuals.conversation(id).stream())
                    .map(exchange -> ExchangeView.of(exchange, canWord))
                    .toList();
        }
        return exchanges;
    }

    public List<Conversations.Heading> getEarlier() {
        if (earlier == null) {
            earlier = askManuals.latest(EARLIER);
        }
        return earlier;
    }

    public String getConversation() {
        return conversation == null ? conversationInAddress : conversation;
    }

    public void setConversation(String conversation) {
        this.conversation = conversation;
        exchanges = null;
    }

    public String getEquipment() {
        return equipment == null ? equipmentOfLastQuestion() : equipment;
    }

    public void setEquipment(String equipment) {
        this.equipment = equipment;
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = question;
    }

    private Optional<UUID> conversationId() {
        return Optional.ofNullable(getConversation()).flatMap(Ids::uuid);
    }

    private String equipmentOfLastQuestion() {
        return getExchanges().isEmpty() ? "" : getExchanges().getLast().equipment();
    }

    private EquipmentChoices choices() {
        if (choices == null) {
            choices = EquipmentChoices.of(listManuals.equipment());
        }
        return choices;
    }
}
