package org.doorstep.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " # ",
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "plain words # plain words",
        "a &lt; b &amp;&amp; c &gt; d # a < b && c > d",
        "&amp;lt;b&amp;gt; # &lt;b&gt;",
        "<@U1> and <@U2> # @Olu and @user",
        "<@U2|ben> # @ben",
        "<!channel> <!here|here> # @channel here",
        "<!subteam^S1|@leads> # @leads",
        "<!date^1392734382^{date}|18 Feb> # 18 Feb",
        "<https://a.example/?x=1&amp;y=2> # https://a.example/?x=1&y=2",
        "<https://a.example|the guide> # the guide (https://a.example)",
        "<https://a.example|https://a.example> # https://a.example",
        "<mailto:a@b.example|a@b.example> # a@b.example",
        "<tel:+447700900123|07700 900123> # 07700 900123 (+447700900123)",
        "a < b and c # a < b and c",
        "$1 \\2 # $1 \\2",
      })
  void whatPeopleWroteBecomesPlain(String written, String plain) {
    assertThat(
            SlackText.plain(written, id -> id.equals("U1") ? Optional.of("Olu") : Optional.empty()))
        .isEqualTo(plain);
  }
}
