package org.doorstep.app;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.doorstep.people.Need;
import org.doorstep.understand.Alarm;
import org.doorstep.understand.Caution;
import org.doorstep.understand.Danger;
import org.doorstep.understand.JobLabel;
import org.doorstep.understand.Language;
import org.doorstep.understand.Longer;
import org.doorstep.understand.Offering;
import org.doorstep.understand.Outlay;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Reply;
import org.doorstep.understand.Spare;
import org.doorstep.understand.Understanding;

/** Understands as the folder of conversations says at the moment. */
record LiveUnderstanding(Supplier<Understanding> now) implements Understanding {

  @Override
  public Reading read(String text, ZonedDateTime at) {
    return now.get().read(text, at);
  }

  @Override
  public Optional<Danger> danger(String text) {
    return now.get().danger(text);
  }

  @Override
  public Optional<Alarm> alarm(String text) {
    return now.get().alarm(text);
  }

  @Override
  public Reply reply(String text, List<JobLabel> jobs) {
    return now.get().reply(text, jobs);
  }

  @Override
  public List<String> placesIn(String text) {
    return now.get().placesIn(text);
  }

  @Override
  public Optional<Outlay> outlay(String text) {
    return now.get().outlay(text);
  }

  @Override
  public Set<Caution> cautions(String text) {
    return now.get().cautions(text);
  }

  @Override
  public Optional<Spare> spare(String text) {
    return now.get().spare(text);
  }

  @Override
  public Optional<Offering> offering(String text, String reads) {
    return now.get().offering(text, reads);
  }

  @Override
  public Set<Need> needs() {
    return now.get().needs();
  }

  @Override
  public Set<Need> services(String text) {
    return now.get().services(text);
  }

  @Override
  public Set<String> serviceNamed(String text) {
    return now.get().serviceNamed(text);
  }

  @Override
  public boolean delivers(String text) {
    return now.get().delivers(text);
  }

  @Override
  public Optional<String> thing(String text) {
    return now.get().thing(text);
  }

  @Override
  public List<String> thingsWanted(Need need, String text) {
    return now.get().thingsWanted(need, text);
  }

  @Override
  public Longer longer(String text, boolean until) {
    return now.get().longer(text, until);
  }

  @Override
  public int count(String text) {
    return now.get().count(text);
  }

  @Override
  public Language language(String text) {
    return now.get().language(text);
  }
}
