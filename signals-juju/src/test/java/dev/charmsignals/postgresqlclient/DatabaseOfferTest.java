package dev.charmsignals.postgresqlclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.postgresql.Server;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseOfferTest {

  private static final Server WRITER = new Server("10.0.0.1", 5432);
  private static final Server READER = new Server("10.0.0.2", 5432);

  @Test
  void isWhatItWasMadeWith() {
    assertEquals(
        new DatabaseOffer(
            "app*",
            new Credentials("relation-7", "s3cret"),
            new Credentials("me", "pw"),
            List.of(WRITER),
            List.of(READER),
            Optional.of("16.9"),
            Optional.of("PEM"),
            List.of("app1", "app2")),
        DatabaseOffer.of("app*", "relation-7", "s3cret")
            .withEntity("me", "pw")
            .withEndpoints(List.of(WRITER), List.of(READER))
            .withVersion("16.9")
            .withTls("PEM")
            .withPrefixDatabases(List.of("app1", "app2")));
  }

  @Test
  void printsNoPassword() {
    assertEquals(
        "DatabaseOffer[database=orders, user=Credentials[relation-7], entity=Credentials[me],"
            + " writers=[], readers=[], version=Optional.empty, authority=Optional.empty,"
            + " prefixDatabases=[]]",
        DatabaseOffer.of("orders", "relation-7", "s3cret").withEntity("me", "pw").toString());
  }
}
