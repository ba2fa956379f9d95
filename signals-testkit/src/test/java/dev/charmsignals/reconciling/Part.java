package dev.charmsignals.reconciling;

import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.model.Status;
import dev.charmsignals.reconciler.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A component that does and says what a test tells it to. */
final class Part implements Component {

  /** What is done for an event; may fail. */
  @FunctionalInterface
  interface Deed {
    void run() throws Exception;
  }

  /** How it stands; may fail. */
  @FunctionalInterface
  interface Question {
    Status answer() throws Exception;
  }

  private final String name;
  private final List<String> calls;
  private Optional<Question> question;
  private Deed work = () -> {};
  private Deed removal = () -> {};
  private final List<EventSource<? extends HookEvent>> events = new ArrayList<>();
  private boolean tellsParts;

  /** Makes one that notes its runs under its name. */
  Part(String name, List<String> calls) {
    this.name = name;
    this.calls = calls;
    this.question = Optional.of(Status::active);
  }

  Part saying(Status status) {
    return asking(() -> status);
  }

  Part asking(Question question) {
    this.question = Optional.of(question);
    return this;
  }

  Part sayingNothing() {
    this.question = Optional.empty();
    return this;
  }

  Part doing(Deed work) {
    this.work = work;
    return this;
  }

  Part removedBy(Deed removal) {
    this.removal = removal;
    return this;
  }

  Part on(EventSource<? extends HookEvent> event) {
    events.add(event);
    return this;
  }

  Part tellingParts() {
    this.tellsParts = true;
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hasStatus() {
    return question.isPresent();
  }

  @Override
  public Status status() throws Exception {
    return question.orElseThrow().answer();
  }

  @Override
  public void configureUnit() throws Exception {
    calls.add(name);
    work.run();
  }

  @Override
  public void configureAsLeader() {
    if (tellsParts) {
      calls.add(name + " as leader");
    }
  }

  @Override
  public void configureAsNonLeader() {
    if (tellsParts) {
      calls.add(name + " as non-leader");
    }
  }

  @Override
  public void remove() throws Exception {
    calls.add("remove " + name);
    removal.run();
  }

  @Override
  public List<EventSource<? extends HookEvent>> events() {
    return List.copyOf(events);
  }
}
