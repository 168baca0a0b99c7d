package org.doorstep.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.desk.AwayForm;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.OfferForm;
import org.doorstep.desk.PaidForm;
import org.doorstep.people.Address;
import org.doorstep.place.Postcode;
import org.doorstep.talk.Tap;

/** Reads forms that were handed in. What is plainly wrong is said at the field, and not kept. */
final class SlackSubmissions {

  private static final String MISSING = "home.fill-in";
  private static final String TOO_LONG = "home.too-long";

  private final SlackCells cells;

  SlackSubmissions(SlackCells cells) {
    this.cells = cells;
  }

  Reading handed(ViewSubmissionPayload payload, Instant now) {
    View view = payload.getView();
    if (payload.getTeam() == null || payload.getUser() == null || view == null) {
      return new Reading.Ignored("not-for-us");
    }
    if (view.getCallbackId() == null || !view.getCallbackId().startsWith(SlackForms.CALLBACK)) {
      return new Reading.Ignored("not-our-form");
    }
    Optional<Cell> cell = cells.of(payload.getTeam().getId(), null);
    if (cell.isEmpty()) return new Reading.Ignored("unknown-team");
    String[] kept = String.valueOf(view.getPrivateMetadata()).split(" ", 2);
    Optional<Tap> tap = kept.length == 2 ? Tap.decode(kept[1]) : Optional.empty();
    if (tap.filter(Inbound.HandedIn::opens).isEmpty()) return new Reading.Ignored("not-our-form");
    Map<String, List<String>> fields = fields(view);
    String user = payload.getUser().getId();
    LocalDate today = now.atZone(cell.get().zone()).toLocalDate();
    Map<String, String> faults =
        tap.get().flow().equals(SlackReferForm.FLOW)
            ? SlackReferForm.faults(tap.get(), fields)
            : faults(tap.get().choice(), fields, user, today);
    if (!faults.isEmpty()) return new Reading.Wrong(kept[0], faults);
    return new Reading.Happened(
        cell.get(),
        new Inbound.HandedIn(
            new InboundId("slack/form/" + view.getId() + "/" + user),
            now,
            new Inbound.Sender(Address.slack(user), List.of(), payload.getUser().getName()),
            kept[1],
            fields));
  }

  private static Map<String, String> faults(
      String form, Map<String, List<String>> fields, String user, LocalDate today) {
    if (form.equals(Inbound.HandedIn.AWAY)) return AwayForm.faults(fields, user, today);
    if (form.equals(Inbound.HandedIn.SEARCH)) return searching(fields);
    if (form.equals(Inbound.HandedIn.JOIN)) return joining(fields);
    if (form.equals(Inbound.HandedIn.OFFER)) return OfferForm.faults(fields);
    return form.equals(Inbound.HandedIn.PAID) ? paid(fields) : outcome(fields);
  }

  private static Map<String, List<String>> fields(View view) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (view.getState() == null || view.getState().getValues() == null) return fields;
    view.getState()
        .getValues()
        .forEach(
            (field, values) -> {
              ViewState.Value value = values.get(SlackForms.FIELD);
              if (value != null) fields.put(field, filled(value));
            });
    return fields;
  }

  private static List<String> filled(ViewState.Value value) {
    if (value.getSelectedOptions() != null) {
      return value.getSelectedOptions().stream().map(ViewState.SelectedOption::getValue).toList();
    }
    if (value.getSelectedOption() != null) return List.of(value.getSelectedOption().getValue());
    if (value.getSelectedDate() != null) return List.of(value.getSelectedDate());
    if (value.getValue() == null) return List.of();
    // what is typed in a form is plain text already, without Slack's markup
    String typed = SlackText.typed(value.getValue());
    return typed.isEmpty() ? List.of() : List.of(typed);
  }

  private static Map<String, String> searching(Map<String, List<String>> fields) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (first(fields, "words").isBlank()) faults.put("words", MISSING);
    longest(fields, "words", SlackOfficerForms.LONGEST_SEARCH, faults);
    return faults;
  }

  private static Map<String, String> joining(Map<String, List<String>> fields) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (String needed : List.of("name", "place", "reach", "travel", "likes")) {
      if (fields.getOrDefault(needed, List.of()).isEmpty()) faults.put(needed, MISSING);
    }
    longest(fields, "name", SlackForms.LONGEST_NAME, faults);
    String place = first(fields, "place");
    if (!place.isEmpty() && Postcode.parse(place).isEmpty())
      faults.put("place", "home.no-postcode");
    return faults;
  }

  private static Map<String, String> outcome(Map<String, List<String>> fields) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (!SlackForms.OUTCOMES.contains(first(fields, "what"))) faults.put("what", MISSING);
    longest(fields, "note", SlackForms.LONGEST_NOTE, faults);
    return faults;
  }

  private static Map<String, String> paid(Map<String, List<String>> fields) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (PaidForm.amount(first(fields, "amount")).isEmpty()) {
      faults.put("amount", "home.no-amount");
    }
    longest(fields, "note", SlackForms.LONGEST_NOTE, faults);
    return faults;
  }

  private static void longest(
      Map<String, List<String>> fields, String field, int most, Map<String, String> faults) {
    String value = first(fields, field);
    if (value.codePointCount(0, value.length()) > most) faults.put(field, TOO_LONG);
  }

  private static String first(Map<String, List<String>> fields, String field) {
    return fields.getOrDefault(field, List.of()).stream().findFirst().orElse("");
  }
}
