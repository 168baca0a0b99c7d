package org.doorstep.app;

import java.util.Map;
import java.util.stream.Collectors;
import org.doorstep.desk.Paper;
import org.doorstep.talk.Talk;
import org.springframework.web.util.HtmlUtils;

/** What stands on the page of MY DATA, as HTML that is whole by itself when it is saved. */
final class OwnPageText {

  private OwnPageText() {}

  static String asks(Talk words) {
    return page(
        words.language(),
        said(words, "page-title"),
        "<p dir=\"auto\">%s</p>\n<form method=\"post\"><button>%s</button></form>"
            .formatted(text(said(words, "page-ask")), text(said(words, "page-show"))));
  }

  static String gone(Talk words) {
    return page(
        words.language(),
        said(words, "page-title"),
        "<p dir=\"auto\">%s</p>".formatted(text(said(words, "page-gone"))));
  }

  static String of(Paper paper) {
    return page(
        paper.language(),
        paper.title(),
        paper.parts().stream().map(OwnPageText::part).collect(Collectors.joining("\n")));
  }

  private static String part(Paper.Part part) {
    return "<h2 dir=\"auto\">%s</h2>\n%s"
        .formatted(
            text(part.heading()),
            part.lines().stream()
                .map(line -> "<p dir=\"auto\">%s</p>".formatted(text(line)))
                .collect(Collectors.joining("\n")));
  }

  private static String page(String language, String title, String body) {
    return """
        <!doctype html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem }
        body { margin: 0 auto; padding: 1rem }
        h1 { font-size: 1.5rem }
        h2 { font-size: 1.2rem; margin-top: 2rem; border-top: 1px solid #ccc; padding-top: 1rem }
        p { overflow-wrap: anywhere }
        button { font: inherit; padding: .7rem 1.4rem; border: 0; border-radius: .5rem }
        button { background: #14532d; color: #fff }
        </style>
        </head>
        <body>
        <h1 dir="auto">%s</h1>
        %s
        </body>
        </html>
        """
        .formatted(text(language), text(title), text(title), body);
  }

  private static String said(Talk words, String id) {
    return words.words("privacy." + id, Map.of());
  }

  private static String text(String plain) {
    return HtmlUtils.htmlEscape(plain, "UTF-8").replace("\n", "<br>\n");
  }
}
