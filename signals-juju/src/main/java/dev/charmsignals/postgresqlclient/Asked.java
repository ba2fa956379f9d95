package dev.charmsignals.postgresqlclient;

/**
 * What was asked for in a relation, as far as a unit knows: the leader reads what is written, and
 * the other units go by what their charm would write.
 *
 * @param nothing whether nothing was asked for, which only the leader can see
 * @param database the database; empty for a unit that does not know
 * @param entity whether a role of its own was asked for, as far as known
 */
record Asked(boolean nothing, String database, boolean entity) {

  static final Asked NOTHING = new Asked(true, "", false);

  static final Asked UNKNOWN = new Asked(false, "", false);
}
