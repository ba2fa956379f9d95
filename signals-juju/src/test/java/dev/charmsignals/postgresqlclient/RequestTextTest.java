package dev.charmsignals.postgresqlclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTextTest {

  @ParameterizedTest
  @CsvSource({
    "data_platform, kkkkkkkk, c759221a6c14c72a",
    "'', xxxxxxxx, 9ecfabfbb5258f88",
    "mydb, aaaaaaaaaaaaaaaa, 46115cb33941f3d9"
  })
  void identifiesARequestAsTheLibraryInPythonDoes(String database, String salt, String id) {
    assertEquals(id, RequestText.id(database, salt));
  }

  @Test
  void makesTheSameSaltForEveryLeaderAndAnotherForEveryRelation() {
    DatabaseRequest request = DatabaseRequest.database("mydb");
    String salt = RequestText.salt(request, "model", 7);

    assertEquals(salt, RequestText.salt(request, "model", 7));
    assertEquals(16, salt.length());
    assertNotEquals(salt, RequestText.salt(request, "model", 8));
    assertNotEquals(salt, RequestText.salt(request, "other", 7));
    assertNotEquals(salt, RequestText.salt(DatabaseRequest.database("other"), "model", 7));
  }

  @Test
  void readsWhatItWrote() {
    DatabaseRequest request =
        DatabaseRequest.database("mydb")
            .withRoles("b,a")
            .withExternalNodeConnectivity(true)
            .withEntity(
                Entity.user()
                    .withPermissions(new EntityPermission("t", "TABLE", List.of("SELECT"))));

    for (DataContract contract : DataContract.values()) {
      DatabaseRequest asked = request.withContract(contract);
      Map<String, String> bag =
          contract == DataContract.V0
              ? RequestText.v0(asked, true)
              : RequestText.v1(asked, "kkkkkkkkkkkkkkkk");
      WrittenRequest written = WrittenRequest.of(bag).orElseThrow();

      assertEquals(
          List.of(false, false),
          List.of(written.differsFrom(asked), written.isOutdatedBy(asked)),
          contract.name());
      assertEquals(
          List.of(true, false),
          List.of(
              written.differsFrom(asked.withRoles("a")),
              written.isOutdatedBy(asked.withRoles("a"))),
          contract.name());
      assertEquals(
          List.of(false, true),
          List.of(
              written.differsFrom(asked.withExternalNodeConnectivity(false)),
              written.isOutdatedBy(asked.withExternalNodeConnectivity(false))),
          contract.name());
      ClientRequest read = ClientRequests.read(bag, new ArrayList<>()).get(0);
      assertEquals(
          List.of("mydb", List.of("a", "b"), Optional.of(EntityType.USER), true),
          List.of(
              read.database(), read.roles(), read.entityType(), read.externalNodeConnectivity()));
      assertEquals(request.entity().orElseThrow().permissions(), read.permissions());
      assertEquals(contract, read.contract());
    }
  }
}
