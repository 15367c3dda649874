"""Words of programming. Data, as `quizapp.grading.old.normal` leaves words."""

WORDS = """
abstract abstraction accumulator adapter aggregate algorithm alias allocate ancestor apache append
applet argument array assembler assembly assert assign assignment asynchronous attribute
authentication authorization backend bandwidth bash benchmark binary binding bitwise blob block
boolean bootstrap branch breadth breakpoint broadcast browser bubble buffer build byte bytecode
cache callback catch char cipher class clause client clojure clone closure cluster cobol codec
cohesion collection column comment commit compile compiler complexity composition compression
concatenate concurrency conditional constant constructor consumer container context continue
cookie coroutine coupling cursor cyclic database dataset datatype deadlock debug declaration
decode decorator decrement default definition delegate delete delphi dependency deploy deque
dequeue descendant deserialize destructor dictionary digraph directory dispatch docker domain
download driver dynamic elixir encapsulation encode encoder encrypt encryption endpoint enqueue
entity enum enumeration erlang escape evaluate event except exception execute expression factory
fetch field file filter final finally firewall firmware flag float floating flush fold folder
foreach fork format fortran forward frame framework frontend function functional garbage gateway
generator generic getter global graph greedy group handler hardware hash hashing haskell header
heap heapsort hexadecimal hoisting host hypertext identifier immutable imperative implement
implementation import include increment index infix inherit inheritance initialize inline inner
input insert instance instantiate integer interface interpreter interrupt invoke iterable iterate
iteration iterator java javascript join journal julia kernel keyword kotlin lambda latency lazy
leaf library linear link linker lisp list listener literal livelock load local lock logarithmic
logic loop machine macro malloc mask matlab matrix memory merge mergesort message metaclass method
middleware migration mixin modem module modulo modulus monad multicast mutable mutex namespace
native nested network node null number object observer octal offset opcode operand operating
operator optimistic order outer output overflow overload overloading override overriding package
packet padding parallel parameter parent parse parser partition pascal password patch pattern peer
perl persistent pessimistic phishing pipe pipeline pixel pointer polymorphism port postfix
preemption prefix primitive priority private procedure process processor producer profile program
prolog promise prompt property protected protocol prototype proxy public push python query queue
quicksort race radix random range read recursion recursive reduce refactor reference reflection
register registry regression regular relation relational release remote render repository request
resolve resource response return reverse revert rollback root route router routing ruby runtime
rust safety scalar scheduler schema scheme scope script search segment select semantics semaphore
sequence serialization serialize server session setter shard shell shift signal singleton slice
socket software sort source spawn stack state statement static stdin stdout stream string struct
structure stub subclass subnet suffix superclass swift switch symbol sync synchronous syntax
system table tail template terminal test thread throttle throughput throw timeout token topology
trace tracking transaction transform transpiler transpose traversal tree trie trigger truncate
tuple type typescript unary undefined underflow unicast unicode union unit unlock update upload
user validate validation value variable vector verify version view virtual void volatile while
widget wildcard worker wrapper write yield
"""
