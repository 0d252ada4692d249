/**
 * The proof of the promise: the packaged program (so these run after {@code package}, as {@code *IT})
 * is started as a process of its own against an emulated Bot API in this one, is killed, stopped, cut off and left
 * without room on its disk, and afterwards its ledger is held against what the emulator saw. Nothing is lost, a planned
 * stop repeats nothing, a kill repeats at most the messages that were under way, and what stands as sent did arrive.
 *
 * <p>{@code -Dloa.proof.chats=200} makes the long broadcast short, {@code -Dloa.proof.seed=N} repeats its points.
 */
package vn.loa.proof;
