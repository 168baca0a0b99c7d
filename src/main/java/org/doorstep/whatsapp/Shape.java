package org.doorstep.whatsapp;

import com.twilio.rest.content.v1.Content;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.talk.Choice;

/**
 * Buttons or a list with nothing but variables in them: text, labels and taps alike. A few shapes
 * serve every conversation in every language, and no word that anyone wrote is kept in one.
 *
 * @param described of each choice, whether a line below its label says more
 */
record Shape(Rendering.Form form, List<Boolean> described) {

  private static final int BUTTONS = 3;
  private static final int LIST = 10;

  Shape {
    described = List.copyOf(described);
  }

  static Shape of(Rendering rendering) {
    List<Boolean> described = new ArrayList<>();
    for (Choice choice : rendering.choices()) described.add(Rendering.described(choice));
    return new Shape(rendering.form(), described);
  }

  /** Those that the flows use most: buttons, and lists without descriptions. */
  static List<Shape> usual() {
    List<Shape> shapes = new ArrayList<>();
    for (int size = 1; size <= BUTTONS; size++) shapes.add(plain(Rendering.Form.BUTTONS, size));
    for (int size = 1; size <= LIST; size++) shapes.add(plain(Rendering.Form.LIST, size));
    return shapes;
  }

  private static Shape plain(Rendering.Form form, int size) {
    return new Shape(form, Collections.nCopies(size, false));
  }

  String name() {
    StringBuilder lines = new StringBuilder();
    for (boolean more : described) lines.append(more ? 'd' : '-');
    return switch (form) {
      case TEXT -> "doorstep_text";
      case BUTTONS -> "doorstep_buttons_" + described.size();
      case LIST -> "doorstep_list_" + lines;
    };
  }

  Content.ContentCreateRequest request() {
    Variables variables = new Variables();
    Content.Types.Builder types = Content.Types.builder();
    switch (form) {
      case TEXT -> types.twilioText(Content.TwilioText.builder(variables.next("text")).build());
      case BUTTONS -> types.twilioQuickReply(buttons(variables));
      case LIST -> types.twilioListPicker(list(variables));
    }
    return Content.ContentCreateRequest.builder("en", types.build())
        .friendlyName(name())
        .variables(variables.samples)
        .build();
  }

  private Content.TwilioQuickReply buttons(Variables variables) {
    String body = variables.next("text");
    List<Content.QuickReplyAction> actions = new ArrayList<>();
    for (int i = 0; i < described.size(); i++) {
      String id = variables.next("tap" + i);
      actions.add(
          Content.QuickReplyAction.builder(variables.next("label" + i))
              .type(Content.QuickReplyActionType.QUICK_REPLY)
              .id(id)
              .build());
    }
    return Content.TwilioQuickReply.builder(body, actions).build();
  }

  private Content.TwilioListPicker list(Variables variables) {
    String body = variables.next("text");
    String button = variables.next("button");
    List<Content.ListItem> items = new ArrayList<>();
    for (int i = 0; i < described.size(); i++) {
      String id = variables.next("tap" + i);
      Content.ListItem.Builder item = Content.ListItem.builder(id, variables.next("label" + i));
      if (described.get(i)) item.description(variables.next("more" + i));
      items.add(item.build());
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
