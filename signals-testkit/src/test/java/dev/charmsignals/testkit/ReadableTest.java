package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.p;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a person gets to read. */
class ReadableTest {

  @SimulatedJujuTest(seed = 1)
  void writesDownWhatEachHookReadWroteAndLogged(SimulatedJuju juju) {
    juju.deploy(
        "p",
        p(
            hook -> {
              if (hook.is("channel-relation-created")) {
                hook.set("greeting", "hello");
                hook.setState("greeted", "yes");
              }
            }));
    juju.deploy(
        "r",
        r(
            hook -> {
              if (hook.is("channel-relation-joined")) {
                hook.log("they say " + hook.get("p/0", "greeting"));
                hook.status("active", "greeted");
              }
            }));
    juju.integrate("p", "r");
    juju.unit("r/0").failNext("install");

    juju.unit("p/0").settle();
    juju.unit("r/0").settle();

    assertEquals(
        """
           1  p/0            install
              status  maintenance installing charm software
           2  p/0            channel-relation-created r
              wrote   channel:0 p/0 greeting=hello
              wrote   state greeted=yes
              ran     relation-set, state-set
           3  p/0            leader-elected
           4  p/0            config-changed
           5  p/0            start
              status  unknown
           6  r/0            install  FAILED with exit status 1
              logged  ERROR hook "install" failed: exit status 1
              status  maintenance installing charm software
           7  r/0            install  (attempt 2)
           8  r/0            channel-relation-created p
           9  r/0            leader-elected
          10  r/0            config-changed
          11  r/0            start
              status  unknown
          12  r/0            channel-relation-joined p/0
              read    channel:0 p/0
              logged  INFO channel:0: they say hello
              ran     relation-get, juju-log, status-set
              status  active greeted
          13  r/0            channel-relation-changed p/0
        """,
        juju.timeline());
  }

  @SimulatedJujuTest
  void showsTheModelAsJujuStatusDoes(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deploy(
            "p",
            p(
                hook -> {
                  hook.text("application-version-set", "1.2");
                  hook.text("open-port", "80/tcp");
                  hook.status("active", "ready");
                }))
        .scale(2)
        .leader("p/0");
    juju.deploy("r", r(hook -> {}));
    juju.integrate("p", "r").suspend();
    juju.unit("p/1").failNext("start");
    juju.settle();

    assertEquals(
        """
        Model      Version
        simulated  4.0.15

        App  Version  Status   Scale  Charm  Message
        p    1.2      active   2      p      ready
        r             unknown  1      r

        Unit  Workload  Agent  Address   Ports   Message
        p/0*  active    idle   10.0.0.0  80/tcp  ready
        p/1   error     idle   10.0.0.1  80/tcp  hook failed: "start"
        r/0*  unknown   idle   10.0.0.2

        Integration provider  Requirer   Interface  Type     Message
        p:channel             r:channel  signals    regular  suspended
        """,
        juju.status());
  }

  @Test
  void attachesTheHistoryToAFailure() {
    AssertionError failure = new AssertionError("expected more");
    try (SimulatedJuju juju = SimulatedJuju.seeded(3)) {
      juju.deploy("p", p(hook -> {}));
      juju.settle();

      failure.addSuppressed(new WhatHappened(juju));
    }

    String attached = failure.getSuppressed()[0].getMessage();
    assertTrue(attached.startsWith("seed 3\n   1  p/0            install\n"), attached);
  }
}
