/**
 * Understands what people write in plain words: sentences to intents with their slots, and replies to announcements to
 * acknowledgements. Pure and table-driven: the words stand in {@code src/main/resources/intents.txt}, the grammar in
 * {@link vn.loa.command.intent.IntentRules}. Nothing here knows commands, chats, the store or what Loa answers; it may
 * use {@code text} and {@code model} only. Which command does what an intent asks for is decided in {@code command}.
 */
@NullMarked
package vn.loa.command.intent;

import org.jspecify.annotations.NullMarked;
