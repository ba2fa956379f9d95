package dev.charmsignals.hooktools;

/** Reads the answer of {@code status-get}, without a parser that a hook would have to load. */
final class StatusAnswer {

  private final JsonCursor json;
  private String status = "";
  private String message = "";

  private StatusAnswer(byte[] json) {
    this.json = new JsonCursor(json);
  }

  /** Reads a status, which for an application is wrapped in an object of its own. */
  static ReportedStatus read(byte[] json, boolean application) throws MalformedAnswerException {
    StatusAnswer answer = new StatusAnswer(json);
    answer.object(application);
    answer.json.expectEnd();
    return new ReportedStatus(answer.status, answer.message);
  }

  private void object(boolean wrapped) throws MalformedAnswerException {
    json.expect('{');
    if (json.skip('}')) {
      return;
    }
    do {
      json.string();
      String key = json.decode();
      json.expect(':');
      if (wrapped && key.equals("application-status")) {
        object(false);
      } else if (!wrapped && key.equals("status")) {
        status = text();
      } else if (!wrapped && key.equals("message")) {
        message = text();
      } else {
        json.skipValue();
      }
    } while (json.skip(','));
    json.expect('}');
  }

  private String text() throws MalformedAnswerException {
    json.string();
    return json.decode();
  }
}
