package org.doorstep.talk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which language somebody names. What English says too is nobody else's. */
final class LanguageNames {

  private LanguageNames() {}

  static Optional<String> among(Collection<FlowBook> books, String text, Answers answers) {
    String said = Wording.plain(text);
    String polite = String.join(" ", answers.polite(Wording.tokens(text)));
    List<String> english =
        books.stream()
            .filter(LanguageNames::isEnglish)
            .findFirst()
            .map(FlowBook::names)
            .orElse(List.of());
    for (FlowBook book : books) {
      List<String> theirs = new ArrayList<>(book.names());
      if (!isEnglish(book)) theirs.removeAll(english);
      if (theirs.contains(said) || theirs.contains(polite)) return Optional.of(book.language());
    }
    return Optional.empty();
  }

  private static boolean isEnglish(FlowBook book) {
    return book.language().equals(FlowBook.ENGLISH);
  }
}
