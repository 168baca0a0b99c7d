package org.doorstep.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.reactions.ReactionsAddRequest;
import com.slack.api.methods.request.views.ViewsPublishRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.doorstep.desk.DeliveryStatus;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackRef;
import org.doorstep.people.InSlack;
import org.doorstep.people.Person;
import org.doorstep.pipeline.AttachedFile;
import org.doorstep.pipeline.Attachments;
import org.doorstep.pipeline.BlockingCalls;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Drawing;
import org.doorstep.pipeline.Parcel;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Our messages as calls of one workspace's API. */
record SlackLetters(
    MethodsClient slack, BlockingCalls calls, Attachments attachments, Drawing drawing) {

  private static final Duration ANCHOR_SOON = Duration.ofSeconds(2);
  private static final Duration FILE_SOON = Duration.ofSeconds(5);

  Mono<Delivery> send(Parcel parcel) {
    SlackRef anchored = parcel.anchored();
    return switch (parcel.outgoing()) {
      case Outgoing.ToPerson said -> said(said, parcel.recipient());
      case Outgoing.Post post -> posted(post);
      case Outgoing.Repost repost -> anchored == null ? tooEarly() : reposted(repost, anchored);
      case Outgoing.InThread line -> anchored == null ? tooEarly() : inThread(line, anchored);
      case Outgoing.Attachment file -> anchored == null ? tooEarly() : passedOn(file, anchored);
      case Outgoing.Mark mark -> marked(mark);
      case Outgoing.Home home -> published(home);
      case Outgoing.Whisper whisper -> whispered(whisper);
      case Outgoing.Picture picture -> drawn(picture);
      case Outgoing.Modal modal -> shown(modal);
      case Outgoing.TextMessage t -> Mono.just(new Delivery.Dropped("not-slack"));
    };
  }

  private Mono<Delivery> said(Outgoing.ToPerson said, @Nullable Person to) {
    if (to == null) return Mono.just(new Delivery.Dropped("nobody"));
    String text = said.utterance().text();
    return post(
        to.address().value(),
        message(
                said.id(),
                bare(to.address().value()),
                SlackBlocks.said(text, said.utterance().choices()))
            .text(SlackBlocks.fallback(text)));
  }

  private Mono<Delivery> posted(Outgoing.Post post) {
    return post(
        post.channel(),
        message(post.id(), bare(post.channel()), SlackBlocks.card(post.card()))
            .text(SlackBlocks.fallback(post.card())));
  }

  private Mono<Delivery> inThread(Outgoing.InThread line, SlackRef anchored) {
    String quote = line.quote();
    String mention = mention(line);
    return post(
        anchored.channel(),
        message(line.id(), bare(anchored.channel()), SlackBlocks.line(line.text(), quote, mention))
            .threadTs(anchored.ts())
            .text(SlackBlocks.fallback(quote == null ? line.text() : line.text() + "\n" + quote)));
  }

  private Mono<Delivery> reposted(Outgoing.Repost repost, SlackRef anchored) {
    ChatUpdateRequest update =
        ChatUpdateRequest.builder()
            .channel(bare(anchored.channel()))
            .ts(anchored.ts())
            .blocks(SlackBlocks.card(repost.card()))
            .text(SlackBlocks.fallback(repost.card()))
            .linkNames(false)
            .build();
    return call(() -> slack.chatUpdate(update), answer -> new Delivery.Sent(null, anchored));
  }

  /** A mark that stands there already is as good as a new one. */
  private Mono<Delivery> marked(Outgoing.Mark mark) {
    String name =
        switch (mark.status()) {
          case QUEUED -> "";
          case HELD -> "hourglass_flowing_sand";
          case SENT -> "outbox_tray";
          case FAILED -> "warning";
          case DELIVERED -> "white_check_mark";
          case READ -> "eyes";
        };
    if (mark.status() == DeliveryStatus.QUEUED) return Mono.just(new Delivery.Dropped("not-shown"));
    ReactionsAddRequest reaction =
        ReactionsAddRequest.builder()
            .channel(bare(mark.on().channel()))
            .timestamp(mark.on().ts())
            .name(name)
            .build();
    return call(() -> slack.reactionsAdd(reaction), answer -> new Delivery.Sent(null, null))
        .map(
            ended ->
                ended.equals(new Delivery.Refused("already_reacted"))
                    ? new Delivery.Sent(null, null)
                    : ended);
  }

  /** One that is published again takes its own place. */
  private Mono<Delivery> published(Outgoing.Home home) {
    ViewsPublishRequest request =
        ViewsPublishRequest.builder()
            .userId(bare(home.user()))
            .view(
                View.builder()
                    .type("home")
                    .privateMetadata(home.tab().language())
                    .blocks(SlackBlocks.home(home.tab()))
                    .build())
            .build();
    return call(() -> slack.viewsPublish(request), answer -> new Delivery.Sent(null, null));
  }

  private Mono<Delivery> whispered(Outgoing.Whisper whisper) {
    ChatPostEphemeralRequest request =
        ChatPostEphemeralRequest.builder()
            .channel(bare(whisper.channel()))
            .user(bare(whisper.user()))
            .blocks(SlackBlocks.line(whisper.text(), null, null))
            .text(SlackBlocks.fallback(whisper.text()))
            .linkNames(false)
            .build();
    return call(() -> slack.chatPostEphemeral(request), answer -> new Delivery.Sent(null, null));
  }

  /** A trigger that came too late shows nothing: they are told to press again. */
  private Mono<Delivery> shown(Outgoing.Modal modal) {
    return call(
            () ->
                slack.viewsOpen(
                    r -> r.triggerId(modal.trigger()).view(SlackBlocks.modal(modal.card()))),
            answer -> new Delivery.Sent(null, null))
        .flatMap(
            ended ->
                ended instanceof Delivery.Sent
                    ? Mono.just(ended)
                    : whispered(
                        new Outgoing.Whisper(
                            modal.id(), modal.channel(), modal.user(), modal.otherwise())));
  }

  private Mono<Delivery> passedOn(Outgoing.Attachment file, SlackRef anchored) {
    return attachments
        .fetch(file.file())
        .flatMap(
            fetched ->
                switch (fetched) {
                  case Attachments.Fetched.Away a ->
                      Mono.<Delivery>just(new Delivery.TryLater(FILE_SOON, "file-away"));
                  case Attachments.Fetched.Unfit u ->
                      Mono.<Delivery>just(new Delivery.Refused("unfit-file"));
                  case Attachments.Fetched.Got got ->
                      AttachedFile.of(got.bytes())
                          .map(fit -> uploaded(file, anchored, fit))
                          .orElse(Mono.just(new Delivery.Refused("unfit-file")));
                });
  }

  private Mono<Delivery> uploaded(Outgoing.Attachment file, SlackRef thread, AttachedFile fit) {
    SlackRef there = new SlackRef(bare(thread.channel()), thread.ts());
    return deliver(() -> SlackAttachments.upload(slack, file.id(), there, fit));
  }

  private Mono<Delivery> drawn(Outgoing.Picture picture) {
    return deliver(() -> new SlackUploads(slack, drawing).upload(picture, bare(picture.channel())));
  }

  private static ChatPostMessageRequest.ChatPostMessageRequestBuilder message(
      OutgoingId id, String channel, List<LayoutBlock> blocks) {
    return ChatPostMessageRequest.builder()
        .channel(channel)
        .blocks(blocks)
        .metadata(
            Message.Metadata.builder()
                .eventType(SlackTraces.EVENT)
                .eventPayload(Map.of(SlackTraces.ID, id.value()))
                .build())
        .mrkdwn(false)
        .linkNames(false)
        .unfurlLinks(false)
        .unfurlMedia(false);
  }

  private Mono<Delivery> post(
      String written, ChatPostMessageRequest.ChatPostMessageRequestBuilder message) {
    ChatPostMessageRequest request = message.build();
    return call(() -> slack.chatPostMessage(request), answer -> standing(written, answer));
  }

  private static Delivery standing(String written, ChatPostMessageResponse answer) {
    if (answer.getChannel() == null || answer.getTs() == null) {
      return new Delivery.Uncertain("no-ts");
    }
    String channel = new InSlack(InSlack.read(written).team(), answer.getChannel()).written();
    return new Delivery.Sent(null, new SlackRef(channel, answer.getTs()));
  }

  /** As Slack calls it, to whom one workspace is all. */
  private static String bare(String written) {
    return InSlack.read(written).id();
  }

  /** Nobody of another workspace can be notified. */
  private static @Nullable String mention(Outgoing.InThread line) {
    String mention = line.mention();
    return mention != null
            && Objects.equals(InSlack.read(mention).team(), InSlack.read(line.channel()).team())
        ? bare(mention)
        : null;
  }

  private <T extends SlackApiTextResponse> Mono<Delivery> call(
      Call<T> call, Function<T, Delivery> sent) {
    return deliver(
        () -> {
          T answer = call.run();
          return answer.isOk() ? sent.apply(answer) : SlackFaults.of(answer);
        });
  }

  private Mono<Delivery> deliver(Call<Delivery> call) {
    return calls.deliver(
        () -> {
          try {
            return call.run();
          } catch (IOException | SlackApiException | RuntimeException e) {
            return SlackFaults.of(e);
          }
        });
  }

  /** What is asked of the SDK. */
  private interface Call<T> {
    T run() throws IOException, SlackApiException;
  }

  private static Mono<Delivery> tooEarly() {
    return Mono.just(new Delivery.TryLater(ANCHOR_SOON, "anchor-not-posted-yet"));
  }
}
