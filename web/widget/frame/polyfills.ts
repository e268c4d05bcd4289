// The SDK asks for it; the oldest of our browsers lack it.
import 'core-js/actual/object/has-own'
