package org.doorstep.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.doorstep.help.When;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Heard;
import org.doorstep.talk.LeadsOrder;
import org.doorstep.talk.Question;
import org.doorstep.talk.Setting;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;
import org.doorstep.talk.TemplateText;
import org.doorstep.talk.Turn;
import org.doorstep.talk.Utterance;
import org.jspecify.annotations.Nullable;

/** Talks as the folder of conversations says at the moment. */
record LiveTalk(Supplier<Talk> now) implements Talk {

  @Override
  public Talk in(String language) {
    return now.get().in(language);
  }

  @Override
  public String language() {
    return now.get().language();
  }

  @Override
  public List<String> languages() {
    return now.get().languages();
  }

  @Override
  public Optional<String> languageNamed(String text) {
    return now.get().languageNamed(text);
  }

  @Override
  public Utterance say(String id, String about, Map<String, String> values) {
    return now.get().say(id, about, values);
  }

  @Override
  public Utterance choose(String id, Map<String, String> values, List<Choice> choices) {
    return now.get().choose(id, values, choices);
  }

  @Override
  public Question question(String flow, String slot) {
    return now.get().question(flow, slot);
  }

  @Override
  public String when(When when, Instant at, ZoneId zone) {
    return now.get().when(when, at, zone);
  }

  @Override
  public String words(String id, Map<String, String> values) {
    return now.get().words(id, values);
  }

  @Override
  public String label(String vocabulary, String key) {
    return now.get().label(vocabulary, key);
  }

  @Override
  public Tap tap(String id, String choice, String about) {
    return now.get().tap(id, choice, about);
  }

  @Override
  public Optional<String> answer(String id, String text) {
    return now.get().answer(id, text);
  }

  @Override
  public String edition(String id) {
    return now.get().edition(id);
  }

  @Override
  public boolean knows(String id) {
    return now.get().knows(id);
  }

  @Override
  public Optional<String> named(String command, String text) {
    return now.get().named(command, text);
  }

  @Override
  public Optional<String> interrupt(String text) {
    return now.get().interrupt(text);
  }

  @Override
  public Optional<LeadsOrder> leadsOrder(String text) {
    return now.get().leadsOrder(text);
  }

  @Override
  public List<TemplateText> templates() {
    return now.get().templates();
  }

  @Override
  public Turn begin(String flow, Heard heard, Setting setting) {
    return now.get().begin(flow, heard, setting);
  }

  @Override
  public Turn hear(@Nullable Conversation conversation, Heard heard, Setting setting) {
    return now.get().hear(conversation, heard, setting);
  }

  @Override
  public Optional<Instant> rings(Conversation conversation, Instant after) {
    return now.get().rings(conversation, after);
  }

  @Override
  public Turn rang(Conversation conversation, Setting setting) {
    return now.get().rang(conversation, setting);
  }

  @Override
  public boolean answered(@Nullable Conversation conversation, String text, Setting setting) {
    return now.get().answered(conversation, text, setting);
  }

  @Override
  public Turn again(Conversation conversation, Setting setting) {
    return now.get().again(conversation, setting);
  }
}
