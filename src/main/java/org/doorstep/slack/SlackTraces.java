package org.doorstep.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import java.io.IOException;
import java.util.List;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackRef;
import org.doorstep.people.InSlack;
import org.doorstep.people.Person;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Messenger.Trace;
import org.doorstep.pipeline.Parcel;
import org.jspecify.annotations.Nullable;

/** Finds out whether a message of ours stands in Slack: each carries its id in its metadata. */
final class SlackTraces {

  static final String EVENT = "doorstep_message";
  static final String ID = "id";
  private static final int LATEST = 100;

  private final MethodsClient slack;

  SlackTraces(MethodsClient slack) {
    this.slack = slack;
  }

  Trace look(Parcel parcel) throws IOException, SlackApiException {
    OutgoingId id = parcel.outgoing().id();
    SlackRef anchored = parcel.anchored();
    return switch (parcel.outgoing()) {
      case Outgoing.Post post -> inChannel(post.channel(), id);
      case Outgoing.Picture picture -> inChannel(picture.channel(), id);
      case Outgoing.ToPerson said -> inConversation(parcel.recipient(), id);
      case Outgoing.InThread line -> anchored == null ? new Trace.DidNot() : inThread(anchored, id);
      case Outgoing.Attachment file ->
          anchored == null ? new Trace.DidNot() : inThread(anchored, id);
      // doing these again changes nothing, or shows one person one line twice
      case Outgoing.Repost repost -> new Trace.DidNot();
      case Outgoing.Mark mark -> new Trace.DidNot();
      case Outgoing.Home home -> new Trace.DidNot();
      case Outgoing.Whisper whisper -> new Trace.DidNot();
      case Outgoing.Modal modal -> new Trace.DidNot();
      case Outgoing.TextMessage t -> new Trace.DidNot();
    };
  }

  private Trace inConversation(@Nullable Person person, OutgoingId id)
      throws IOException, SlackApiException {
    if (person == null) return new Trace.DidNot();
    ConversationsOpenResponse opened =
        slack.conversationsOpen(r -> r.users(List.of(InSlack.read(person.address().value()).id())));
    return opened.isOk() ? inChannel(opened.getChannel().getId(), id) : new Trace.Unknown();
  }

  private Trace inChannel(String channel, OutgoingId id) throws IOException, SlackApiException {
    ConversationsHistoryResponse history =
        slack.conversationsHistory(
            r -> r.channel(InSlack.read(channel).id()).limit(LATEST).includeAllMetadata(true));
    return judge(history, history.getMessages(), channel, id);
  }

  private Trace inThread(SlackRef root, OutgoingId id) throws IOException, SlackApiException {
    ConversationsRepliesResponse replies =
        slack.conversationsReplies(
            r ->
                r.channel(InSlack.read(root.channel()).id())
                    .ts(root.ts())
                    .limit(1000)
                    .includeAllMetadata(true));
    return judge(replies, replies.getMessages(), root.channel(), id);
  }

  private static Trace judge(
      SlackApiTextResponse answer, List<Message> messages, String channel, OutgoingId id) {
    if (!answer.isOk() || messages == null) return new Trace.Unknown();
    for (Message message : messages) {
      if (SlackAttachments.shows(message, id)) {
        return new Trace.WentOut(new Delivery.Sent(null, new SlackRef(channel, message.getTs())));
      }
      Message.Metadata metadata = message.getMetadata();
      if (metadata != null
          && EVENT.equals(metadata.getEventType())
          && metadata.getEventPayload() != null
          && id.value().equals(metadata.getEventPayload().get(ID))) {
        return new Trace.WentOut(new Delivery.Sent(null, new SlackRef(channel, message.getTs())));
      }
    }
    return new Trace.DidNot();
  }
}
