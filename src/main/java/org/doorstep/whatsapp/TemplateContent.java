package org.doorstep.whatsapp;

import com.twilio.rest.content.v1.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.talk.TemplateText;

/** A text for WhatsApp's approval, as Twilio takes it. */
final class TemplateContent {

  private TemplateContent() {}

  static Content.ContentCreateRequest of(TemplateText text, String name, String code) {
    Content.Types.Builder types = Content.Types.builder();
    if (text.buttons().isEmpty()) {
      types.twilioText(Content.TwilioText.builder(text.text()).build());
    } else {
      types.twilioQuickReply(Content.TwilioQuickReply.builder(text.text(), actions(text)).build());
    }
    Map<String, String> examples = new LinkedHashMap<>();
    for (String example : text.examples()) {
      examples.put(Integer.toString(examples.size() + 1), example);
    }
    return Content.ContentCreateRequest.builder(code, types.build())
        .friendlyName(name)
        .variables(examples)
        .build();
  }

  private static List<Content.QuickReplyAction> actions(TemplateText text) {
    List<Content.QuickReplyAction> actions = new ArrayList<>();
    for (TemplateText.Button button : text.buttons()) {
      actions.add(
          Content.QuickReplyAction.builder(button.label())
              .type(Content.QuickReplyActionType.QUICK_REPLY)
              .id(button.sends())
              .build());
    }
    return actions;
  }
}
