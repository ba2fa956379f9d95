package dev.charmsignals.testkit.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Prints the relations of an endpoint, sorted as texts: {@code db:10} before {@code db:2}. */
record RelationIds() implements HookCommand {

  @Override
  public String name() {
    return "relation-ids";
  }

  @Override
  public String arguments() {
    return "[<endpoint>]";
  }

  @Override
  public String summary() {
    return "List the relations of an endpoint.";
  }

  @Override
  public List<Option> options() {
    return Option.printing();
  }

  @Override
  public void run(Call call) {
    call.flags().refuseBeyond(1);
    String endpoint = endpoint(call);
    List<String> ids = new ArrayList<>();
    for (int relation : call.context().relationIds(endpoint)) {
      ids.add(endpoint + ":" + relation);
    }
    call.print(Value.sorted(ids));
  }

  private static String endpoint(Call call) {
    Optional<String> named = call.flags().positional(0);
    if (named.isPresent()) {
      return named.get();
    }
    OptionalInt relation = call.context().hookRelation();
    if (relation.isEmpty()) {
      throw new UsageFailure("no endpoint name specified");
    }
    return call.context().endpointOf(relation.getAsInt());
  }
}
