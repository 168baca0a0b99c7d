package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.cell.Money;
import org.doorstep.help.Expense;
import org.doorstep.help.Expenses;
import org.doorstep.help.When;
import org.doorstep.people.PersonId;
import org.doorstep.talk.LeadsOrder;

/** LEDGER, PAID BACK 2: what was laid out in a group, for those who run it. */
final class LedgerOrders {

  private static final String SHOW = "ledger";
  private static final String BACK = "paid-back";
  private static final String NOT_BACK = "not-paid-back";

  /** Expenses in one message. */
  private static final int PAGE = 8;

  private final Wording wording;

  LedgerOrders(Wording wording) {
    this.wording = wording;
  }

  /** Words that others may say too: "paid back 2". */
  static boolean about(LeadsOrder order) {
    return Set.of(SHOW, BACK, NOT_BACK).contains(order.name());
  }

  static Enquiry asks(Dossier dossier, Lead lead, Instant now) {
    return Outlays.in(lead.groupIds(), dossier.cell().zone(), now);
  }

  void obey(Draft draft, Lead lead, LeadsOrder order) {
    if (order.name().equals(SHOW)) show(draft, lead, Math.max(1, order.number()));
    else mark(draft, lead, order.job(), order.name().equals(BACK));
  }

  // ---- what was laid out

  /** This month's, and of the last month what is still to be paid back. */
  private void show(Draft draft, Lead lead, int page) {
    Wording theirs = wording.to(draft, lead.person().id());
    YearMonth month = Outlays.month(draft.cell().zone(), draft.now());
    List<Expense> all =
        Stream.concat(in(draft, month.minusMonths(1)).filter(LedgerOrders::owed), in(draft, month))
            .toList();
    int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
    int from = PAGE * (Math.min(page, pages) - 1);
    List<Expense> shown = all.subList(from, Math.min(all.size(), from + PAGE));
    Map<String, String> values = new LinkedHashMap<>();
    values.put("group", lead.groupNames());
    values.put(
        "month",
        theirs.words("common.month-" + month.getMonth().name().toLowerCase(Locale.ROOT), Map.of()));
    values.put("amount", sum(in(draft, month).map(Expense::amount)).toString());
    values.put(
        "owed",
        sum(all.stream().filter(LedgerOrders::owed).map(e -> e.rule().of(e.amount()))).toString());
    List<String> lines = new ArrayList<>();
    Set<PersonId> named = new LinkedHashSet<>();
    for (Expense expense : shown) {
      boolean numbered = month.equals(Outlays.month(draft.cell().zone(), expense.at()));
      lines.add(line(draft, theirs, expense, numbered));
      named.add(expense.payer());
    }
    values.put("list", String.join("\n", lines));
    int more = all.size() - from - shown.size();
    if (more > 0) {
      values.put("more", Integer.toString(more));
      values.put("page", Integer.toString(Math.min(page, pages) + 1));
    }
    draft.tell(
        lead.person().id(),
        theirs.say(all.isEmpty() ? "expenses.ledger-empty" : "expenses.ledger", values),
        HOLD,
        named.toArray(PersonId[]::new));
  }

  private static Stream<Expense> in(Draft draft, YearMonth month) {
    return draft.expenses().stream()
        .filter(e -> e.month().equals(month))
        .flatMap(e -> e.all().stream());
  }

  private static boolean owed(Expense expense) {
    return expense.paidBack() == null && expense.rule().of(expense.amount()).pence() > 0;
  }

  private static Money sum(Stream<Money> amounts) {
    return amounts.reduce(Money.NONE, Money::plus);
  }

  private String line(Draft draft, Wording theirs, Expense expense, boolean numbered) {
    return theirs.words(
        numbered ? "expenses.ledger-line" : "expenses.ledger-line-before",
        values(draft, theirs, expense));
  }

  private Map<String, String> values(Draft draft, Wording theirs, Expense expense) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("number", Integer.toString(expense.number()));
    values.put("amount", expense.amount().toString());
    values.put("need", theirs.talk().label("needs", expense.need().key()));
    LocalDate day = LocalDate.ofInstant(expense.at(), draft.cell().zone());
    values.put("when", theirs.talk().when(When.on(day), draft.now(), draft.cell().zone()));
    values.put("volunteer", payer(draft, theirs, expense));
    values.put("reference", expense.job().reference().toUpperCase(Locale.ROOT));
    values.put("state", state(theirs, expense));
    return values;
  }

  /** Whoever was forgotten has no name any more. */
  private static String payer(Draft draft, Wording theirs, Expense expense) {
    return draft
        .person(expense.payer())
        .map(theirs::name)
        .orElseGet(() -> theirs.words("common.a-volunteer", Map.of()));
  }

  private static String state(Wording theirs, Expense expense) {
    String by = expense.rule().by().name().toLowerCase(Locale.ROOT);
    String back =
        theirs.words("expenses.state-" + (expense.paidBack() == null ? by : "settled"), Map.of());
    String receipt =
        theirs.words(
            expense.receipt() == null ? "expenses.no-receipt" : "expenses.receipt", Map.of());
    Money limit = expense.rule().atMost();
    return expense.over() && limit != null
        ? theirs.words(
            "expenses.state-over",
            Map.of("state", back, "receipt", receipt, "limit", limit.toString()))
        : theirs.words("expenses.state", Map.of("state", back, "receipt", receipt));
  }

  // ---- what was paid back

  private void mark(Draft draft, Lead lead, String named, boolean back) {
    Wording theirs = wording.to(draft, lead.person().id());
    List<Found> found = found(draft, named);
    if (found.size() != 1) {
      String id = found.isEmpty() ? "expenses.no-such" : "expenses.several";
      draft.tell(
          lead.person().id(), theirs.say(id, Map.of("text", named.toUpperCase(Locale.ROOT))), HOLD);
      return;
    }
    Expense was = found.getFirst().expense();
    boolean news = (was.paidBack() != null) != back;
    Expense now = was.paidBack(back ? draft.now() : null);
    if (news) {
      draft.put(found.getFirst().in().with(now));
      if (back) draft.fact(new Fact.PaidBack(now.job(), now.payer()));
    }
    draft.tell(
        lead.person().id(),
        theirs.say(back ? "expenses.marked" : "expenses.unmarked", values(draft, theirs, now)),
        HOLD,
        now.payer());
    if (news && back && draft.person(now.payer()).isPresent()) {
      Wording payers = wording.to(draft, now.payer());
      Map<String, String> values = values(draft, payers, now);
      values.put("amount", now.rule().of(now.amount()).toString());
      values.put("group", group(draft, found.getFirst().in()));
      draft.tell(now.payer(), payers.say("expenses.marked-payer", values), HOLD);
    }
  }

  private static String group(Draft draft, Expenses in) {
    return draft.cell().group(in.group()).map(g -> g.name()).orElse(draft.cell().name());
  }

  private record Found(Expenses in, Expense expense) {}

  /** A number is this month's; letters are a job's. */
  private static List<Found> found(Draft draft, String named) {
    YearMonth month = Outlays.month(draft.cell().zone(), draft.now());
    boolean number = named.matches("[0-9]+");
    return draft.expenses().stream()
        .filter(in -> !number || in.month().equals(month))
        .flatMap(in -> in.all().stream().map(e -> new Found(in, e)))
        .filter(
            f ->
                number
                    ? f.expense().number() == Integer.parseInt(named)
                    : f.expense().job().reference().equals(named))
        .toList();
  }
}
