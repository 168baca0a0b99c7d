package org.doorstep.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;

/** Shows what is behind a sealed case, to those whom it is for; each look is written down. */
final class Unsealing {

  static final String SHOW = "show";

  private static final String FLOW = Calls.FLOW + ".";

  private final Wording wording;

  Unsealing(Wording wording) {
    this.wording = wording;
  }

  /** Whoever may not see it is told so kindly; that they wanted to is written down as well. */
  void refuse(Draft draft, Inbound.Pressed pressed, Case sealed) {
    Audits.note(draft, sealed, Audit.Kind.REFUSED, pressed.sender().address().value());
    draft.whisper(pressed, words(draft, "only-them", Map.of()));
  }

  void show(Draft draft, Inbound.Pressed pressed, Case sealed) {
    String user = pressed.sender().address().value();
    String trigger = pressed.trigger();
    String otherwise = words(draft, "press-again", Map.of());
    if (trigger == null) {
      draft.whisper(pressed, otherwise);
      return;
    }
    Audits.note(draft, sealed, Audit.Kind.SHOWN, user);
    Set<PersonId> about = new LinkedHashSet<>();
    Card card = card(draft, reader(draft), sealed, about);
    draft.say(
        new Outgoing.Modal(
            draft.nextId(), trigger, pressed.on().channel(), user, card, otherwise, about));
  }

  /** Their words, who they are, and what they or somebody else asked for, with the address. */
  private static Card card(Draft draft, Wording theirs, Case sealed, Set<PersonId> about) {
    Case.Matter matter = sealed.matter();
    about.add(matter.person());
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", theirs.name(draft, matter.person()));
    List<String> lines = new ArrayList<>();
    lines.add(theirs.words(FLOW + "shown-name", values));
    HelpRequest request =
        matter.request() == null ? null : draft.request(matter.request().value()).orElse(null);
    if (request != null) {
      about.addAll(request.parties());
      values.putAll(theirs.held(draft, request));
      values.put("name", theirs.name(draft, request.resident()));
      for (String line : List.of("request", "for", "place", "when")) {
        lines.add(theirs.words(FLOW + "shown-" + line, values));
      }
      for (PersonId helper : request.parties()) {
        if (helper.equals(request.resident()) || helper.equals(matter.person())) continue;
        lines.add(theirs.words(FLOW + "shown-helper", Map.of("name", theirs.name(draft, helper))));
      }
    }
    if (matter.words() != null) lines.add(theirs.words(FLOW + "shown-words", Map.of()));
    return new Card(theirs.words(FLOW + "shown-title", Map.of()), lines, matter.words(), List.of());
  }

  private String words(Draft draft, String id, Map<String, String> values) {
    return reader(draft).words(FLOW + id, values);
  }

  private Wording reader(Draft draft) {
    Person presser = draft.dossier().sender();
    return presser == null ? wording.toCell(draft) : wording.to(draft, presser.id());
  }
}
