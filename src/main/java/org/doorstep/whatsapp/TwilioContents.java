package org.doorstep.whatsapp;

import com.twilio.base.ResourceSet;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.content.v1.Content;
import com.twilio.rest.content.v1.ContentCreator;
import com.twilio.rest.content.v1.ContentReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.doorstep.talk.Choice;

/**
 * Content resources at Twilio. Those for buttons and lists hold nothing but variables, text, labels
 * and taps alike: about a dozen serve every conversation in every language, and no word that anyone
 * wrote is kept in one. They are made when first needed and found again by their name.
 */
final class TwilioContents {

  private static final Duration READ_AGAIN = Duration.ofMinutes(10);
  private static final int MOST = 1000;

  private final TwilioRestClient twilio;
  private final Map<String, String> templates;
  private final Map<String, String> sids = new ConcurrentHashMap<>();
  private Instant lastRead = Instant.MIN;

  /**
   * @param templates from a template's name to its ContentSid, where settings say so
   */
  TwilioContents(TwilioRestClient twilio, Map<String, String> templates) {
    this.twilio = twilio;
    this.templates = Map.copyOf(templates);
  }

  /** The approved template of that name, for that language if there is one. */
  Optional<String> template(String name, String language, Instant now) {
    for (String candidate : List.of(name + "_" + language, name)) {
      String sid = templates.getOrDefault(candidate, sids.get(candidate));
      if (sid != null) return Optional.of(sid);
    }
    if (!refresh(now)) return Optional.empty();
    String sid = sids.getOrDefault(name + "_" + language, sids.get(name));
    return Optional.ofNullable(sid);
  }

  /** The content that shows choices like these. */
  String of(Rendering rendering, Instant now) {
    String name = name(rendering);
    String known = sids.get(name);
    if (known == null && refresh(now)) known = sids.get(name);
    return known == null ? sids.computeIfAbsent(name, n -> create(n, rendering)) : known;
  }

  /** It is not there any more. */
  void forget(Rendering rendering) {
    sids.remove(name(rendering));
  }

  /** Reads the names of all contents, now and then. What cannot be read is made again. */
  private synchronized boolean refresh(Instant now) {
    if (now.isBefore(lastRead.plus(lastRead.equals(Instant.MIN) ? Duration.ZERO : READ_AGAIN)))
      return false;
    lastRead = now;
    try {
      ContentReader reader = new ContentReader().setPageSize(100);
      reader.limit(MOST);
      ResourceSet<Content> all = reader.read(twilio);
      for (Content content : all) sids.putIfAbsent(content.getFriendlyName(), content.getSid());
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static String name(Rendering rendering) {
    StringBuilder described = new StringBuilder();
    for (Choice choice : rendering.choices())
      described.append(Rendering.described(choice) ? 'd' : '-');
    return switch (rendering.form()) {
      case TEXT -> "doorstep_text";
      case BUTTONS -> "doorstep_buttons_" + rendering.choices().size();
      case LIST -> "doorstep_list_" + described;
    };
  }

  private String create(String name, Rendering rendering) {
    Variables variables = new Variables();
    Content.Types.Builder types = Content.Types.builder();
    switch (rendering.form()) {
      case TEXT -> types.twilioText(Content.TwilioText.builder(variables.next("text")).build());
      case BUTTONS -> types.twilioQuickReply(buttons(rendering, variables));
      case LIST -> types.twilioListPicker(list(rendering, variables));
    }
    return new ContentCreator(
            Content.ContentCreateRequest.builder("en", types.build())
                .friendlyName(name)
                .variables(variables.samples)
                .build())
        .create(twilio)
        .getSid();
  }

  private static Content.TwilioQuickReply buttons(Rendering rendering, Variables variables) {
    String body = variables.next("text");
    List<Content.QuickReplyAction> actions = new ArrayList<>();
    for (int i = 0; i < rendering.choices().size(); i++) {
      String id = variables.next("tap" + i);
      actions.add(
          Content.QuickReplyAction.builder(variables.next("label" + i))
              .type(Content.QuickReplyActionType.QUICK_REPLY)
              .id(id)
              .build());
    }
    return Content.TwilioQuickReply.builder(body, actions).build();
  }

  private static Content.TwilioListPicker list(Rendering rendering, Variables variables) {
    String body = variables.next("text");
    String button = variables.next("button");
    List<Content.ListItem> items = new ArrayList<>();
    int i = 0;
    for (Choice choice : rendering.choices()) {
      String id = variables.next("tap" + i);
      Content.ListItem.Builder item = Content.ListItem.builder(id, variables.next("label" + i));
      if (Rendering.described(choice)) item.description(variables.next("more" + i));
      items.add(item.build());
      i++;
    }
    return Content.TwilioListPicker.builder(body, button, items).build();
  }

  /** Numbers variables in the order of {@link Rendering#variables}. */
  private static final class Variables {
    final Map<String, String> samples = new LinkedHashMap<>();

    String next(String sample) {
      String key = Integer.toString(samples.size() + 1);
      samples.put(key, sample);
      return "{{" + key + "}}";
    }
  }
}
