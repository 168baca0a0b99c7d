package org.doorstep.slack;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorstep.talk.Talk;
import org.springframework.web.util.HtmlUtils;

/** What whoever installs Doorstep in a workspace reads in their browser. No script is needed. */
record InstallPage(Talk talk) {

  static final String STYLE = "/slack/install.css";

  /**
   * @param id of the message; its title is called the same with {@code -title}
   */
  String of(String id, Map<String, String> values) {
    String title =
        HtmlUtils.htmlEscape(talk.words("spaces.page-" + id + "-title", values), "UTF-8");
    String text =
        Arrays.stream(talk.words("spaces.page-" + id, values).strip().split("\n\n+"))
            .map(part -> "<p>" + HtmlUtils.htmlEscape(part.strip(), "UTF-8") + "</p>")
            .collect(Collectors.joining("\n"));
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <link rel="stylesheet" href="%s">
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(title, STYLE, title, text);
  }
}
