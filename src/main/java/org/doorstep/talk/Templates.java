package org.doorstep.talk;

import java.util.List;
import java.util.regex.Pattern;

/** WhatsApp's own rules for the texts that it approves. */
final class Templates {

  private static final Pattern ADJACENT = Pattern.compile("}}\\s*\\{\\{");

  private Templates() {}

  static void check(TemplateText template, Faults faults) {
    String text = template.text();
    if (text.startsWith("{{") || text.endsWith("}}")) {
      fault(template, "begins or ends with a variable", "Put words before and after it", faults);
    }
    if (ADJACENT.matcher(text).find()) {
      fault(template, "has two variables side by side", "Put words between them", faults);
    }
    if (text.length() > Phrase.WITH_CHOICES) {
      fault(template, "is longer than " + Phrase.WITH_CHOICES, "Shorten it", faults);
    }
    if (!List.of("utility", "authentication", "marketing").contains(template.category())) {
      fault(template, "has no category that WhatsApp knows", "Write 'category: utility'", faults);
    }
    List<String> variables = template.variables().stream().distinct().toList();
    for (int i = 0; i < variables.size(); i++) {
      if (!variables.get(i).equals(Integer.toString(i + 1))) {
        fault(template, "does not count its variables 1, 2, 3 …", "Number them in order", faults);
        break;
      }
    }
    int count = Math.max(variables.size(), template.buttonVariable());
    if (template.examples().size() != count) {
      fault(
          template,
          "has " + count + " variables and " + template.examples().size() + " examples",
          "Give one example for each",
          faults);
    }
  }

  private static void fault(TemplateText t, String problem, String remedy, Faults faults) {
    faults.add(t.file(), t.line(), "the template " + t.name() + " " + problem, remedy);
  }
}
