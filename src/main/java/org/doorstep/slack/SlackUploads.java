package org.doorstep.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import com.slack.api.methods.response.files.FilesUploadV2Response;
import java.io.IOException;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Drawing;

/** Puts pictures into channels: draws one, asks for an address, sends it there, and shows it. */
record SlackUploads(MethodsClient slack, Drawing drawing) {

  /** A file of ours is called after its message, before a full stop. */
  static String name(OutgoingId id) {
    return id.value() + ".png";
  }

  /**
   * The words of a digest stand without it: what cannot be drawn here is left out.
   *
   * @param channel as Slack calls it
   */
  Delivery upload(Outgoing.Picture picture, String channel) throws IOException, SlackApiException {
    byte[] png;
    try {
      png = drawing.png(picture.chart());
    } catch (RuntimeException | LinkageError e) {
      return new Delivery.Dropped("no-picture");
    }
    try {
      return upload(picture, channel, png);
    } catch (SlackFilesUploadV2Exception refused) {
      return fault(refused);
    }
  }

  /** Which of the three steps it was. */
  private static Delivery fault(SlackFilesUploadV2Exception refused) {
    for (FilesGetUploadURLExternalResponse each : refused.getGetURLResponses()) {
      if (!each.isOk()) return SlackFaults.of(each);
    }
    FilesCompleteUploadExternalResponse last = refused.getCompleteResponse();
    return last == null || last.isOk() ? new Delivery.Uncertain("no-upload") : SlackFaults.of(last);
  }

  @SuppressWarnings("deprecation") // otherwise it asks about the file once more, for nothing
  private Delivery upload(Outgoing.Picture picture, String channel, byte[] png)
      throws IOException, SlackApiException {
    FilesUploadV2Response answer =
        slack.filesUploadV2(
            r ->
                r.channel(channel)
                    .filename(name(picture.id()))
                    .title(picture.chart().title())
                    .altTxt(picture.chart().alt())
                    .fileData(png)
                    .requestFileInfo(false));
    return answer.isOk() ? new Delivery.Sent(null, null) : SlackFaults.of(answer);
  }
}
