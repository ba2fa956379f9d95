package dev.charmsignals.event;

import dev.charmsignals.hook.WorkloadHook;
import dev.charmsignals.hook.WorkloadStep;
import dev.charmsignals.pebble.CheckInfo;
import dev.charmsignals.pebble.Container;
import dev.charmsignals.pebble.Notice;
import java.util.Optional;

/**
 * Something that the Pebble of a workload container tells (contract §1.2).
 *
 * <p>A hook of this kind that fails puts no unit into error. It is not run again, but a ready one
 * is told anew (contract §1.7).
 */
public sealed interface WorkloadEvent extends HookEvent, DeferrableEvent {

  @Override
  WorkloadHook hook();

  /** Returns the container's name in this charm's metadata. */
  String containerName();

  /** Returns what binds it to the hook that runs. */
  Delivery delivery();

  /** Returns the container, whose Pebble may be gone again; asks nothing. */
  default Container container() {
    return delivery().session().container(containerName());
  }

  /**
   * The container's Pebble answers, for the first time or after the container was started anew.
   *
   * @param containerName the container's name
   * @param delivery what binds it to the hook that runs
   */
  record PebbleReady(String containerName, Delivery delivery) implements WorkloadEvent {

    @Override
    public WorkloadHook hook() {
      return new WorkloadHook(containerName, WorkloadStep.READY);
    }
  }

  /**
   * Something in the container has given Pebble a notice of its own.
   *
   * @param containerName the container's name
   * @param noticeId Pebble's number of the notice
   * @param noticeType its type, such as {@code custom}
   * @param noticeKey what it is about, such as {@code example.com/backup-done}
   * @param delivery what binds it to the hook that runs
   */
  record CustomNotice(
      String containerName, String noticeId, String noticeType, String noticeKey, Delivery delivery)
      implements WorkloadEvent {

    /** Asks for the whole notice; empty when Pebble has forgotten it. */
    public Optional<Notice> notice() {
      return container().notices().find(noticeId);
    }

    @Override
    public WorkloadHook hook() {
      return new WorkloadHook(containerName, WorkloadStep.CUSTOM_NOTICE);
    }
  }

  /**
   * A health check has failed as often as its threshold says.
   *
   * @param containerName the container's name
   * @param checkName the check's name in Pebble's plan
   * @param delivery what binds it to the hook that runs
   */
  record CheckFailed(String containerName, String checkName, Delivery delivery)
      implements WorkloadEvent {

    /** Asks how the check is doing now, which may be better; empty if it is not in the plan. */
    public Optional<CheckInfo> check() {
      return container().checks().find(checkName);
    }

    @Override
    public WorkloadHook hook() {
      return new WorkloadHook(containerName, WorkloadStep.CHECK_FAILED);
    }
  }

  /**
   * A health check that had failed succeeds again.
   *
   * @param containerName the container's name
   * @param checkName the check's name in Pebble's plan
   * @param delivery what binds it to the hook that runs
   */
  record CheckRecovered(String containerName, String checkName, Delivery delivery)
      implements WorkloadEvent {

    /** Asks how the check is doing now, which may be better; empty if it is not in the plan. */
    public Optional<CheckInfo> check() {
      return container().checks().find(checkName);
    }

    @Override
    public WorkloadHook hook() {
      return new WorkloadHook(containerName, WorkloadStep.CHECK_RECOVERED);
    }
  }
}
