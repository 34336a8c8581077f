/**
 * The answer in the words of a configured language model (LangChain4j; OpenAI-compatible or Ollama). The model sees the
 * passages as quoted data and may cite nothing else; what it writes goes through the evidence guard. Whatever goes wrong
 * ends in one plain sentence, in bounded time, and the word-for-word answer stands.
 */
package org.fieldwright.assistant.model;
