package dev.charmsignals.examples.benchmarks.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {

  private static final Path CHARMS = Path.of("charms");
  private static final List<Cost> OPS =
      List.of(cost(200, 30, 6), cost(400, 30, 6), cost(1000, 30, 6));

  @Test
  void comparesHooksOfTheSameRound() {
    Result result =
        ours("17", 0, Work.RECEIVED, cost(60, 36, 0), cost(100, 36, 0), cost(900, 36, 0));

    assertEquals(new Spread(0.275, 0.3, 0.6), rounded(result.ratio().orElseThrow()));
    assertEquals(List.of(), result.complaints());
  }

  @Test
  void tellsWhatIsOverTheBudget() {
    Cost[] slow = {cost(80, 50, 4), cost(160, 50, 4), cost(400, 50, 4)};
    Cost[] slower = {cost(120, 30, 3), cost(240, 30, 3), cost(600, 30, 3)};

    assertEquals(
        List.of("starts 4 processes, not 0", "takes 50.0 MiB, not 48"),
        ours("17", 0, Work.RECEIVED, slow).complaints());
    assertEquals(
        List.of(
            "takes 0.40 (0.40-0.40) of ops, not 0.35",
            "starts 4 processes, not 0",
            "takes 50.0 MiB, not 48"),
        ours("25", 0, Work.RECEIVED, slow).complaints());
    assertEquals(
        List.of("starts 4 processes, not 3", "takes 50.0 MiB, not 48"),
        ours("25", 1, Work.RECEIVED, slow).complaints());
    assertEquals(
        List.of("takes 0.60 (0.60-0.60) of ops, not 0.50"),
        ours("25", 1, Work.RECEIVED, slower).complaints());
    assertEquals(
        List.of("takes 50.0 MiB, not 48"), ours("25", 1, Work.ANSWERED, slow).complaints());
  }

  @Test
  void judgesNobodyElse() {
    Contender go = Contender.parse("go=charms").get(0);

    assertEquals(new Contender("go", "exec", CHARMS), go);
    assertEquals(
        List.of(), new Result(go, Work.RECEIVED, List.of(cost(900, 90, 90)), OPS).complaints());
  }

  private static Result ours(String release, int transport, Work work, Cost... costs) {
    Contender contender = Contender.parse(release + "=charms").get(transport);
    return new Result(contender, work, List.of(costs), OPS);
  }

  private static Cost cost(double wall, double memory, int processes) {
    return new Cost(wall, wall / 2, memory, processes);
  }

  private static Spread rounded(Spread spread) {
    return new Spread(
        Math.round(spread.lower() * 1000) / 1000.0,
        Math.round(spread.median() * 1000) / 1000.0,
        Math.round(spread.upper() * 1000) / 1000.0);
  }
}
