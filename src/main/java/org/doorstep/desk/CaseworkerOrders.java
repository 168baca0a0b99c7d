package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.people.Person;
import org.doorstep.talk.LeadsOrder;
import org.doorstep.talk.Talk;

/**
 * The page of whoever looks at cases, in words: what waits, what is theirs, how the groups are, to
 * find something, and to go off duty and come back.
 */
final class CaseworkerOrders {

  private static final String WAITING = "officer-waiting";
  private static final String MINE = "officer-mine";
  private static final String GROUPS = "officer-groups";
  private static final String FIND = "officer-find";
  private static final String OFF = "officer-off";

  /** Orders that everybody has, which mean something of their own here. */
  private static final String OFF_ALONE = "off-duty";

  private static final String ON = "on-duty";
  private static final String HELP = "help";

  private static final Set<String> ORDERS = Set.of(WAITING, MINE, GROUPS, FIND, OFF);

  private final Wording wording;
  private final Searching searching;
  private final GoingOff goingOff;

  CaseworkerOrders(Wording wording, Searching searching, GoingOff goingOff) {
    this.wording = wording;
    this.searching = searching;
    this.goingOff = goingOff;
  }

  /** Whether nobody else may give it: to them it is no order. */
  static boolean about(LeadsOrder order) {
    return ORDERS.contains(order.name());
  }

  /** What was ordered, where they may order it. */
  Optional<LeadsOrder> order(Dossier dossier, Person me, Content content) {
    if (content.tap() != null) return Optional.empty();
    Optional<Caseworker> worker = Caseworker.of(dossier.cell(), me);
    if (worker.isEmpty()) return Optional.empty();
    Talk theirs = wording.in(me.language()).talk();
    Optional<String> everybodys = theirs.interrupt(content.text());
    if (everybodys.isPresent()) {
      boolean helps = me.volunteering() != null;
      return everybodys
          .filter(name -> name.equals(HELP) || (!helps && Set.of(OFF_ALONE, ON).contains(name)))
          .map(name -> new LeadsOrder(name, 0, "", ""));
    }
    return theirs
        .leadsOrder(content.text())
        .filter(
            order -> about(order) || (order.name().equals("waiting") && worker.get().officer()));
  }

  List<Enquiry> asks(Dossier dossier, Content content) {
    Person me = dossier.sender();
    Optional<LeadsOrder> order = me == null ? Optional.empty() : order(dossier, me, content);
    return order
        .map(
            given ->
                switch (given.name()) {
                  case FIND -> Searching.asks(dossier);
                  case OFF, OFF_ALONE -> GoingOff.asks(dossier);
                  case ON, HELP -> List.<Enquiry>of();
                  default -> CaseworkerHome.asks(dossier);
                })
        .orElse(List.of());
  }

  /** Whether it has been dealt with; who waits to join a group, its leads are told besides. */
  boolean obeyed(Draft draft, Person person, Content content) {
    LeadsOrder order = order(draft.dossier(), person, content).orElse(null);
    Caseworker me = Caseworker.of(draft.cell(), person).orElse(null);
    if (order == null || me == null) return false;
    switch (order.name()) {
      case MINE -> mine(draft, me, order.number());
      case GROUPS -> groups(draft, me);
      case FIND -> searching.find(draft, me, order.rest());
      case OFF -> goingOff.off(draft, me, order.rest());
      case OFF_ALONE -> goingOff.off(draft, me, "");
      case ON -> goingOff.back(draft, me);
      case HELP -> help(draft, me);
      default -> waiting(draft, me, order.number());
    }
    return !order.name().equals("waiting") || draft.dossier().answers().roll().waiting().isEmpty();
  }

  void help(Draft draft, Caseworker me) {
    tell(draft, me, me.officer() ? "help" : "help-partner", Map.of());
  }

  private void waiting(Draft draft, Caseworker me, int page) {
    CaseList cases = CaseList.of(draft, me);
    list(draft, me, cases, cases.waiting(), "waiting", page);
  }

  private void mine(Draft draft, Caseworker me, int page) {
    CaseList cases = CaseList.of(draft, me);
    list(draft, me, cases, cases.takenBy(me.user()), "mine", page);
  }

  private void list(
      Draft draft, Caseworker me, CaseList cases, List<? extends Case> all, String id, int page) {
    Wording theirs = wording.in(me.person().language());
    if (all.isEmpty()) {
      tell(draft, me, id + "-none", Map.of());
      return;
    }
    int from = CaseworkerHome.SHOWN * (Math.max(1, page) - 1);
    List<? extends Case> shown = CaseworkerHome.page(all, from);
    int begin = all.indexOf(shown.getFirst());
    List<String> lines = new ArrayList<>();
    for (Case each : shown) {
      Map<String, String> values = cases.values(draft, theirs, each);
      values.put("number", Integer.toString(begin + lines.size() + 1));
      lines.add(theirs.words("officers.line-" + id, values));
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("number", Integer.toString(all.size()));
    values.put("list", String.join("\n\n", lines));
    int more = all.size() - begin - shown.size();
    if (more > 0) {
      values.put("more", Integer.toString(more));
      values.put("page", Integer.toString(begin / CaseworkerHome.SHOWN + 2));
    }
    tell(draft, me, "list-" + id, values);
  }

  private void groups(Draft draft, Caseworker me) {
    if (!me.officer()) {
      help(draft, me);
      return;
    }
    Wording theirs = wording.in(me.person().language());
    tell(
        draft,
        me,
        "list-groups",
        Map.of("list", String.join("\n\n", CaseworkerHome.lines(draft, theirs))));
  }

  private void tell(Draft draft, Caseworker me, String id, Map<String, String> values) {
    Wording theirs = wording.in(me.person().language());
    draft.tell(me.person().id(), theirs.say("officers." + id, values), HOLD);
  }
}
