# Decides requests about one privacy policy. The module is the same for every policy that hoshin exports: what differs
# is in data.json, below `hoshin.policy`, and in precedence.rego.
#
# Ask for `data.hoshin.answer` with a request as input:
#
#   {"act": "provide", "data": ["氏名"], "party": "加盟店", "purpose": "発送",
#    "processing": "raw", "conditions": ["同意"], "denied": [], "withdrawn": [], "closed": false, "route": null}
#
# The conditions surely hold, what is denied does not; with `closed` everything else possibly holds.
# Data, party, purpose and route are asked about as a whole where they are left out. What is not understood is never
# permitted: see `errors`.
package hoshin

import rego.v1

import data.hoshin.policy

# The decision in one document.
answer := {
	"verdict": verdict,
	"allow": allow,
	"deciding": deciding,
	"overridden": overridden,
	"place": place,
	"errors": errors,
}

# Whether the request is permitted exactly as put.
default allow := false

allow if verdict == "permitted"

# permitted, not_stated or forbidden: the strictest that any place asked about has.
default verdict := "not_stated"

verdict := words[strictest]

# The norms that decide: what permits, wherever that is; or what refuses at `place`.
default deciding := []

deciding := keys(everywhere) if {
	strictest == 0
	everywhere := {norm |
		some cell in asked_cells
		some norm in deciding_of(cell)
	}
}

deciding := keys(deciding_of(place_cell)) if strictest == 2

# The norms of the opposite effect that apply there as well and do not prevail.
default overridden := []

overridden := keys(everywhere) if {
	strictest == 0
	everywhere := {norm |
		some cell in asked_cells
		some norm in refusals(cell)
	}
}

overridden := keys(place_cell - refusals(place_cell)) if strictest == 2

keys(norms) := [policy.norms[norm].key | some norm in norms]

# The first place with the verdict, in the order of declaration. Null where all is permitted.
default place := null

place := {
	"data": policy.data.leaves[place_data],
	"party": policy.parties.leaves[place_party],
	"purpose": policy.purposes.leaves[place_purpose],
	"route": place_route,
}

# The verdict with the data in each state that is processed further, nothing else changed.
default verdict_if_processed := {}

verdict_if_processed := {state: found |
	some state, further in policy.states
	further > strength
	found := verdict with input.processing as state
} if {
	count(errors) == 0
}

# The verdict with each single further condition asserted that some norm or linking asks for, nothing else changed.
default verdict_if_asserted := {}

verdict_if_asserted := {name: found |
	some name, groups in policy.conditions
	count(groups) > 0
	not goes_without_saying(name)
	not name in asserted
	not name in denied_names
	not name in withdrawn_names
	then := array.concat(asserted, [name])
	found := verdict with input.conditions as then
} if {
	count(errors) == 0
}

# A duty by law lifts every refusal, and permits nothing by itself.
goes_without_saying(name) if {
	policy.duty[name]
	not policy.names_duty
}

words := ["permitted", "not_stated", "forbidden"]

# --- What is not understood -------------------------------------------------------------------------------------------

members := {"act", "data", "party", "purpose", "processing", "conditions", "denied", "withdrawn", "closed", "route"}

errors contains {"member": "", "problem": "not an object", "value": null} if not is_object(input)

errors contains {"member": member, "problem": "unknown member", "value": null} if {
	is_object(input)
	some member, _ in input
	not member in members
}

errors contains {"member": "act", "problem": "missing", "value": null} if given("act") == null

errors contains {"member": "act", "problem": "unknown", "value": given("act")} if {
	given("act") != null
	not known(policy.acts, given("act"))
}

errors contains {"member": member, "problem": "not an array", "value": given(member)} if {
	some member in {"data", "conditions", "denied", "withdrawn"}
	given(member) != null
	not is_array(given(member))
}

errors contains {"member": "data", "problem": "unknown", "value": name} if {
	some name in named_data
	not known(policy.data.names, name)
}

errors contains {"member": "conditions", "problem": "unknown", "value": name} if {
	some name in asserted
	not known(policy.conditions, name)
}

errors contains {"member": "denied", "problem": "unknown", "value": name} if {
	some name in denied
	not known(policy.conditions, name)
}

errors contains {"member": "withdrawn", "problem": "unknown", "value": name} if {
	some name in withdrawn
	not known(policy.conditions, name)
}

errors contains {"member": "denied", "problem": "asserted as well", "value": name} if {
	some name in asserted
	name in denied_names
}

errors contains {"member": "closed", "problem": "not a boolean", "value": given("closed")} if {
	given("closed") != null
	not is_boolean(given("closed"))
}

errors contains {"member": member, "problem": "unknown", "value": given(member)} if {
	some member, names in {
		"party": policy.parties.names,
		"purpose": policy.purposes.names,
		"processing": policy.states,
		"route": policy.routes,
	}
	given(member) != null
	not known(names, given(member))
}

known(names, name) if {
	is_string(name)
	_ = names[name]
}

given(member) := object.get(input, member, null) if is_object(input)

# --- What is asked ----------------------------------------------------------------------------------------------------

act := given("act")

strength := policy.states.raw if given("processing") == null

strength := policy.states[given("processing")]

default asserted := []

asserted := given("conditions") if is_array(given("conditions"))

default denied := []

denied := given("denied") if is_array(given("denied"))

default withdrawn := []

withdrawn := given("withdrawn") if is_array(given("withdrawn"))

# What is denied, with its kinds, and what was withdrawn.
denied_names := with_kinds(denied)

withdrawn_names := with_kinds(withdrawn)

with_kinds(names) := {kind |
	some name in names
	some kind in object.get(policy.kinds, name, [name])
}

# The groups of conditions of which one surely holds.
held := {group |
	some name in asserted
	not name in withdrawn_names
	some group in policy.conditions[name]
}

# Whether it surely is a duty by law, which no refusal stands against.
default is_duty := false

is_duty if {
	some name in asserted
	not name in withdrawn_names
	policy.duty[name]
}

# The groups of which one was asserted, withdrawn or not.
named := {group |
	some name in asserted
	some group in policy.conditions[name]
}

# The groups of which one possibly holds.
default possible := set()

possible := named if not given("closed") == true

possible := named | {group |
	some name, groups in policy.conditions
	not name in denied_names
	some group in groups
} if {
	given("closed") == true
}

data_names := ["*"] if count(named_data) == 0

data_names := named_data if count(named_data) > 0

default named_data := []

named_data := given("data") if is_array(given("data"))

party_name := policy.acts[act].party if given("party") == null

party_name := given("party") if given("party") != null

purpose_name := "*" if given("purpose") == null

purpose_name := given("purpose") if given("purpose") != null

# Leaves, by number, below the names.
data_leaves := {leaf |
	some name in data_names
	some leaf in leaves_below(policy.data.names[name])
}

party_leaves := leaves_below(policy.parties.names[party_name])

purpose_leaves := leaves_below(policy.purposes.names[purpose_name])

leaves_below(ranges) := {leaf |
	some range in ranges
	some leaf in numbers.range(range[0], range[1])
}

routes_asked := [given("route")] if given("route") != null

routes_asked := [name | some name in policy.route_order] if {
	given("route") == null
	count(policy.route_order) > 0
}

# A policy without routes: what is bound to a route applies nowhere.
routes_asked := [null] if {
	given("route") == null
	count(policy.route_order) == 0
}

# --- Linkings ---------------------------------------------------------------------------------------------------------

linkings_in_force := linkings_on(held)

linkings_possibly := linkings_on(possible)

linkings_on(groups) := {number |
	some number
	when := policy.linkings[number].when
	all_in(when, groups)
}

# Per linking in force those in force that start where it ends.
following := following_in(linkings_in_force)

following_possibly := following_in(linkings_possibly)

following_in(force) := {number: next |
	some number in force
	next := force & as_set(policy.linkings[number].next)
}

# The leaves that what is of this class surely counts as, beside itself, and those that it possibly does: the ends of
# the linkings that bring it under something else.
targets(class) := ends(graph.reachable(following, linkings_in_force & starting(class)))

possible_targets(class) := ends(graph.reachable(following_possibly, linkings_possibly & starting(class)))

starting(class) := as_set(policy.linked[class].linkings)

ends(numbers) := {policy.linkings[number].to | some number in numbers}

as_set(items) := {item | some item in items}

# What possibly counts as something asked about is asked about as well.
linked_in := {class |
	some class in object.keys(policy.linked)
	count(possible_targets(class) & data_leaves) > 0
}

# --- Which norms apply ------------------------------------------------------------------------------------------------

data_classes := {policy.data.classes[leaf] | some leaf in data_leaves} | linked_in

# A cell is the set of the norms that apply at some place. Places with the same norms are decided together.
data_cell(class) := {norm |
	some norm in candidates(class)
	fits(norm)
} if {
	not policy.linked[class]
}

data_cell(class) := permits_of(surely, possibly) | refusals_of(possibly, surely) if {
	policy.linked[class]
	surely := {class} | {policy.data.classes[leaf] | some leaf in targets(class)}
	possibly := {class} | {policy.data.classes[leaf] | some leaf in possible_targets(class)}
}

# The permits that cover what counts as one class, and is not taken out by counting as another.
permits_of(bringing, taking) := {norm |
	some role in bringing
	some norm in candidates(role)
	not policy.norms[norm].refuses
	fits(norm)
	not excepted(norm, taking)
}

refusals_of(bringing, taking) := {norm |
	some role in bringing
	some norm in candidates(role)
	policy.norms[norm].refuses
	fits(norm)
	not excepted(norm, taking)
}

# The norms for the act that speak of data of this class.
candidates(class) := policy.candidates[act][class]

excepted(norm, roles) if {
	some role in roles
	policy.norms[norm].except[role]
}

# Who permits reads what is sure, who refuses what is possible; of what lifts the norm the other.
fits(norm) if {
	policy.norms[norm].weakest <= strength
	strength <= policy.norms[norm].strongest
	in_force(norm)
}

in_force(norm) if {
	not policy.norms[norm].refuses
	all_in(policy.norms[norm].requires, held)
	not policy.norms[norm].unless in possible
}

in_force(norm) if {
	policy.norms[norm].refuses
	not is_duty
	all_in(policy.norms[norm].requires, possible)
	not policy.norms[norm].unless in held
}

all_in(groups, holding) if count(as_set(groups) - holding) == 0

party_cell(cell, class) := {norm |
	some norm in cell
	has_party(norm, class)
}

has_party(norm, class) if policy.norms[norm].parties[class]

purpose_cell(cell, class) := {norm |
	some norm in cell
	has_purpose(norm, class)
}

has_purpose(norm, class) if policy.norms[norm].purposes[class]

route_cell(cell, route) := {norm |
	some norm in cell
	covers_route(norm, route)
}

covers_route(norm, _) if policy.norms[norm].routes == null

covers_route(norm, route) if policy.norms[norm].routes[route]

data_cells := {data_cell(class) | some class in data_classes}

party_cells := {party_cell(cell, class) |
	some cell in data_cells
	some class in {policy.parties.classes[leaf] | some leaf in party_leaves}
}

purpose_cells := {purpose_cell(cell, class) |
	some cell in party_cells
	some class in {policy.purposes.classes[leaf] | some leaf in purpose_leaves}
}

asked_cells := {route_cell(cell, route) |
	some cell in purpose_cells
	some route in routes_asked
}

# --- Which of them decide ---------------------------------------------------------------------------------------------

deciding_of(cell) := {norm |
	some norm in highest
	policy.norms[norm].refuses == refused
} if {
	counted := counting(cell)
	top := max({policy.norms[norm].rank | some norm in counted})
	highest := {norm | some norm in counted; policy.norms[norm].rank == top}
	refused := true in {policy.norms[norm].refuses | some norm in highest}
} else := set()

# 0 permitted, 1 not stated, 2 forbidden.
strictness(cell) := found if {
	found := max({policy.norms[norm].strictness | some norm in deciding_of(cell)})
} else := 1

strictest := max({strictness(cell) | some cell in asked_cells}) if count(errors) == 0

# The norms of a cell that do not give way to one of the opposite effect that itself counts.
counting(cell) := cell if not ordered(cell)

counting(cell) := standing | permits_beside(cell, standing) if {
	ordered(cell)
	standing := standing_refusals(cell)
}

ordered(cell) if {
	some norm in cell
	policy.norms[norm].ordered
}

refusals(cell) := {norm |
	some norm in cell
	policy.norms[norm].refuses
}

# The permits that give way to none of these refusals, and the other way about.
permits_beside(cell, standing) := {norm |
	some norm in cell - refusals(cell)
	not gives_way_to_any(norm, standing)
}

refusals_beside(cell, permits) := {norm |
	some norm in refusals(cell)
	not gives_way_to_any(norm, permits)
}

gives_way_to_any(norm, others) if {
	some other in others
	gives_way(norm, other)
}

# Whether `norm` gives way to `other`, a norm of the opposite effect: its own 但し, or the other's 優先.
gives_way(norm, other) if {
	not policy.norms[other].within[policy.norms[norm].clause]
	some clause in policy.norms[norm].gives_way_to
	policy.norms[other].within[clause]
}

gives_way(norm, other) if {
	not policy.norms[norm].within[policy.norms[other].clause]
	some clause in policy.norms[other].goes_before
	policy.norms[norm].within[clause]
}

# --- Where ------------------------------------------------------------------------------------------------------------

# The cells below which the verdict is found, from the routes back to the data.
strict_cells := {cell | some cell in asked_cells; strictness(cell) == strictest}

strict_purpose_cells := {cell |
	some cell in purpose_cells
	some route in routes_asked
	route_cell(cell, route) in strict_cells
}

strict_party_cells := {cell |
	some cell in party_cells
	some leaf in purpose_leaves
	purpose_cell(cell, policy.purposes.classes[leaf]) in strict_purpose_cells
}

strict_data_classes := {class |
	some class in data_classes
	some leaf in party_leaves
	party_cell(data_cell(class), policy.parties.classes[leaf]) in strict_party_cells
}

place_data := min(named | linked) if {
	strictest > 0
	named := {leaf |
		some leaf in data_leaves
		policy.data.classes[leaf] in strict_data_classes
	}
	linked := {policy.linked[class].first | some class in linked_in & strict_data_classes}
}

place_party := min({leaf |
	some leaf in party_leaves
	party_cell(data_cell(policy.data.classes[place_data]), policy.parties.classes[leaf]) in strict_party_cells
})

place_purpose := min({leaf |
	some leaf in purpose_leaves
	purpose_cell(place_party_cell, policy.purposes.classes[leaf]) in strict_purpose_cells
})

place_party_cell := party_cell(data_cell(policy.data.classes[place_data]), policy.parties.classes[place_party])

place_purpose_cell := purpose_cell(place_party_cell, policy.purposes.classes[place_purpose])

strict_routes := [route | some route in routes_asked; route_cell(place_purpose_cell, route) in strict_cells]

place_cell := route_cell(place_purpose_cell, strict_routes[0])

# Null where it makes no difference.
place_route := strict_routes[0] if given("route") != null

place_route := strict_routes[0] if {
	given("route") == null
	count(strict_routes) < count(routes_asked)
}

place_route := null if {
	given("route") == null
	count(strict_routes) == count(routes_asked)
}
