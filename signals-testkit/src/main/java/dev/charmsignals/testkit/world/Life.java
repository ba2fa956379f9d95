package dev.charmsignals.testkit.world;

/** How far something is on its way out of the model. */
enum Life {
  ALIVE,
  DYING,
  DEAD
}
