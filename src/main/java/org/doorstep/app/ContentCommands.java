package org.doorstep.app;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.doorstep.whatsapp.TwilioAccount;
import org.doorstep.whatsapp.TwilioEndpoints;
import picocli.CommandLine.Command;

/** The commands about what Twilio and WhatsApp have. They need an account, and nothing else. */
@Command(
    name = "content",
    description = "What Twilio and WhatsApp have of the conversations.",
    mixinStandardHelpOptions = true)
final class ContentCommands {

  private static final int BAD_USAGE = 2;

  private final Errands errands;
  private final Sheet sheet;
  private final PrintWriter err;
  private final ToIntFunction<Errands.Report> tell;

  /**
   * @param tell prints a report and makes an exit status of it
   */
  ContentCommands(
      Errands errands, Sheet sheet, PrintWriter err, ToIntFunction<Errands.Report> tell) {
    this.errands = errands;
    this.sheet = sheet;
    this.err = err;
    this.tell = tell;
  }

  @Command(
      name = "push",
      description =
          "Makes at Twilio what is missing, and submits the templates for WhatsApp's approval.",
      mixinStandardHelpOptions = true)
  int push() {
    return run(true);
  }

  @Command(
      name = "status",
      description = "Tells what is there, and which templates WhatsApp has approved.",
      mixinStandardHelpOptions = true)
  int status() {
    return run(false);
  }

  private int run(boolean push) {
    String sid = sheet.accountSid(SettingName.TWILIO_ACCOUNT_SID);
    Secret token = sheet.secret(SettingName.TWILIO_AUTH_TOKEN);
    URI at = sheet.url(SettingName.TWILIO_CONTENT_URL, TwilioEndpoints.CONTENT.toString());
    Path flows = sheet.folder(SettingName.FLOWS, "conversation-flows");
    Path data = sheet.path(SettingName.DATA, "data");
    sheet.problems().forEach(problem -> err.println("doorstep: " + problem));
    if (!sheet.problems().isEmpty()) return BAD_USAGE;
    var account = new TwilioAccount(sid, List.of(token.value()));
    return tell.applyAsInt(errands.content(push, account, at, flows, data));
  }
}
