package dev.charmsignals.examples.measured;

import dev.charmsignals.model.Status;
import dev.charmsignals.reconciler.Component;
import dev.charmsignals.statuspool.PoolMember;
import java.util.function.Supplier;

/** Work whose outcome is a status in the pool. */
record Duty(String name, PoolMember member, Supplier<Status> work) implements Component {

  @Override
  public void configureUnit() {
    member.set(work.get());
  }

  @Override
  public Status status() {
    return work.get();
  }
}
