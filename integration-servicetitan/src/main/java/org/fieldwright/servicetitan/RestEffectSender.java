package org.fieldwright.servicetitan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.fieldwright.domain.outbox.Effect;
import org.fieldwright.domain.outbox.EffectSender;
import org.fieldwright.domain.outbox.KeptFiles;
import org.fieldwright.domain.servicetitan.Capabilities;
import org.fieldwright.domain.servicetitan.Capability;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;

/**
 * Effects by ServiceTitan's REST API, which knows no key of ours. What creates something looks, before every try but the first, for what an
 * earlier one left; what brings something into a state looks always.
 *
 * <table>
 *   <caption>What keeps an effect from happening twice</caption>
 *   <tr><th>effect</th><th>an earlier try is known by</th></tr>
 *   <tr><td>customer, location</td><td>our key in its external data; where the application has no GUID, the same name and address (and
 *       customer)</td></tr>
 *   <tr><td>job</td><td>our key in its external data; where the application has no GUID, the same location, type, first start and
 *       summary</td></tr>
 *   <tr><td>booking</td><td>our key as its external id</td></tr>
 *   <tr><td>note</td><td>a {@link Mark} below its text</td></tr>
 *   <tr><td>task</td><td>a mark below its description</td></tr>
 *   <tr><td>file on a job</td><td>a mark in its name</td></tr>
 *   <tr><td>estimate</td><td>the same job, name, things and quantities: its summary is for the customer and bears no mark. Two equal estimates
 *       for a job count as one when the second has to be tried again</td></tr>
 *   <tr><td>new item of an invoice</td><td>the same thing (else the same description), quantity and price on the invoice. Two equal items
 *       count as one when the second has to be tried again; who wants two adds one of quantity two</td></tr>
 *   <tr><td>changed item of an invoice</td><td>nothing: it is written as it shall be</td></tr>
 *   <tr><td>removed item</td><td>it is not on the invoice</td></tr>
 *   <tr><td>assignment, and its end</td><td>who is assigned now</td></tr>
 *   <tr><td>tag, and its end</td><td>the record's tags now</td></tr>
 *   <tr><td>estimate sold, dismissed; job complete, on hold</td><td>its state now</td></tr>
 *   <tr><td>visit made, or not</td><td>the event's state and job now</td></tr>
 * </table>
 */
@ApplicationScoped
class RestEffectSender implements EffectSender {
    private Capabilities capabilities;
    private CrmEffects crm;
    private JobEffects jobs;
    private DispatchEffects dispatch;
    private MoneyEffects money;
    private OfficeEffects office;

    /** For the container's proxy. */
    protected RestEffectSender() {}

    @Inject
    RestEffectSender(Line line, Capabilities capabilities, KeptFiles files) {
        this.capabilities = capabilities;
        this.crm = new CrmEffects(line);
        this.jobs = new JobEffects(line);
        this.dispatch = new DispatchEffects(line);
        this.money = new MoneyEffects(line);
        this.office = new OfficeEffects(line, files);
    }

    @Override
    public Receipt send(Effect effect, UUID key, boolean again) {
        return switch (effect) {
            case Effect.CreateCustomer customer -> crm.create(customer, key, again);
            case Effect.CreateLocation location -> crm.create(location, key, again);
            case Effect.CreateBooking booking -> crm.create(booking, key, again);
            case Effect.CreateJob job -> jobs.create(job, key, again);
            case Effect.AddNote note ->
                note.subject() == Effect.Subject.JOB ? jobs.note(note, key, again) : crm.note(note, key, again);
            case Effect.Assign assign -> dispatch.assign(assign);
            case Effect.Unassign unassign -> dispatch.unassign(unassign);
            case Effect.CreateEstimate estimate -> money.create(estimate, again);
            case Effect.SellEstimate sale -> money.sell(sale);
            case Effect.DismissEstimate dismissal -> money.dismiss(dismissal.estimateId());
            case Effect.PutInvoiceItem item -> money.put(item, again);
            case Effect.RemoveInvoiceItem item -> money.remove(item);
            case Effect.CreateTask task -> office.create(task, key, again);
            case Effect.Tag tag ->
                tag.subject() == Effect.Subject.JOB
                        ? jobs.tag(tag.subjectId(), tag.tagTypeId(), true)
                        : crm.tag(tag.subject(), tag.subjectId(), tag.tagTypeId());
            case Effect.Untag tag ->
                tag.subject() == Effect.Subject.JOB
                        ? jobs.tag(tag.subjectId(), tag.tagTypeId(), false)
                        : crm.untag(tag.subject(), tag.subjectId(), tag.tagTypeId());
            case Effect.AttachToJob file -> office.attach(file, key, again);
            case Effect.MarkVisit visit -> office.mark(visit);
            case Effect.CompleteJob completion -> switchedOn(Capability.COMPLETE_JOBS, () -> jobs.complete(completion));
            case Effect.HoldJob hold -> switchedOn(Capability.HOLD_JOBS, () -> jobs.hold(hold));
        };
    }

    private Receipt switchedOn(Capability capability, Supplier<Receipt> act) {
        if (!capabilities.on().contains(capability)) {
            throw new ServiceTitanException(
                    Trouble.SWITCHED_OFF,
                    "\"" + capability.inWords()
                            + "\" is switched off here, because ServiceTitan's published contract does not"
                            + " list it. An administrator can switch it on in the settings of the connection.");
        }
        return act.get();
    }
}
