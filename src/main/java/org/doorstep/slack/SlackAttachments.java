package org.doorstep.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import com.slack.api.methods.response.files.FilesUploadV2Response;
import com.slack.api.model.Message;
import java.io.IOException;
import java.util.Locale;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackRef;
import org.doorstep.pipeline.AttachedFile;
import org.doorstep.pipeline.Delivery;

/** Puts what somebody sent into a thread, under a name of ours. */
final class SlackAttachments {

  private SlackAttachments() {}

  static Delivery upload(MethodsClient slack, OutgoingId id, SlackRef thread, AttachedFile file)
      throws IOException, SlackApiException {
    try {
      FilesUploadV2Response answer =
          slack.filesUploadV2(
              r ->
                  r.channel(thread.channel())
                      .threadTs(thread.ts())
                      .filename(id.value() + "." + file.extension())
                      .title(file.extension().toUpperCase(Locale.ROOT))
                      .fileData(file.bytes()));
      return answer.isOk() ? new Delivery.Sent(null, null) : SlackFaults.of(answer);
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

  /** Its file is called after its message. */
  static boolean shows(Message message, OutgoingId id) {
    return message.getFiles() != null
        && message.getFiles().stream()
            .anyMatch(f -> f.getName() != null && f.getName().startsWith(id.value() + "."));
  }
}
