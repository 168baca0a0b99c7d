package org.doorstep.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.desk.Answers;
import org.doorstep.help.Expense;
import org.doorstep.help.Expenses;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;

/** A month's expenses for a spreadsheet. No cell of it can be taken for a formula. */
final class ExpensesSheet {

  /** Excel takes a file without it for Windows-1252. */
  private static final String MARK = "\ufeff";

  private static final List<String> HEADINGS =
      List.of(
          "date",
          "group",
          "number",
          "job",
          "help",
          "paid by",
          "amount",
          "paid back by",
          "to pay back",
          "receipt",
          "paid back on");

  private final Cell cell;
  private final Map<PersonId, String> names;

  private ExpensesSheet(Cell cell, Map<PersonId, String> names) {
    this.cell = cell;
    this.names = names;
  }

  static String of(Cell cell, Answers found) {
    Map<PersonId, String> names =
        found.people().stream()
            .filter(person -> person.name() != null)
            .collect(Collectors.toMap(Person::id, person -> String.valueOf(person.name())));
    return new ExpensesSheet(cell, names).text(found.expenses());
  }

  private String text(List<Expenses> months) {
    StringWriter out = new StringWriter();
    out.write(MARK);
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
    csv.writeRecord(HEADINGS);
    for (Expenses month : months) {
      for (Expense expense : month.all()) {
        csv.writeRecord(row(month, expense).stream().map(ExpensesSheet::harmless).toList());
      }
    }
    return out.toString();
  }

  private List<String> row(Expenses month, Expense expense) {
    ZoneId zone = cell.zone();
    String group = cell.group(month.group()).map(Group::name).orElse(month.group());
    return List.of(
        day(expense.at(), zone),
        group,
        Integer.toString(expense.number()),
        expense.job().reference().toUpperCase(Locale.ROOT),
        expense.need().key(),
        names.getOrDefault(expense.payer(), ""),
        expense.amount().digits(),
        expense.rule().by().name().toLowerCase(Locale.ROOT),
        expense.rule().of(expense.amount()).digits(),
        expense.receipt() == null ? "no" : "yes",
        expense.paidBack() == null ? "" : day(expense.paidBack(), zone));
  }

  private static String day(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone).toString();
  }

  /** What begins like a formula is text behind an apostrophe; so is a sign in other scripts. */
  private static String harmless(String cell) {
    String bare = cell.strip();
    boolean formula =
        !bare.isEmpty() && "=+-@|%\uff1d\uff0b\uff0d\uff20".indexOf(bare.charAt(0)) >= 0;
    boolean hidden = !cell.isEmpty() && Character.isISOControl(cell.charAt(0));
    return formula || hidden ? "'" + cell : cell;
  }
}
