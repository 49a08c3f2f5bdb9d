-- Names the holder's own UUIDs, which no list of assigned numbers has:
--   tshark -X lua_script:docs/wireshark/holder.lua -r FILE.btsnoop
-- In Wireshark, copy it into the folder of personal Lua plugins (Help, About, Folders). Filter by "holder.name".

local names = {
  ["daebb240b04111e49e450002a5d5c51b"] = "Core service",
  ["f8a54120b04111e49be70002a5d5c51b"] = "Battery information",
  ["e16c6e20b04111e4a4c30002a5d5c51b"] = "SCP control point",
  ["ecdfa4c0b04111e48b670002a5d5c51b"] = "Device status",
  ["0aff6f80b04211e49b660002a5d5c51b"] = "Unnamed parameters",
  ["04941060b04211e48bf60002a5d5c51b"] = "Unnamed zeros",
  ["fe272aa0b04111e487cb0002a5d5c51b"] = "Firmware upgrade control",
  ["15c32c40b04211e4a6430002a5d5c51b"] = "Firmware upgrade status",
  ["6cba9c119b0b47cea78ee6ed36c553b9"] = "Stand-in service",
  ["6cba9c129b0b47cea78ee6ed36c553b9"] = "Holder status",
  ["6cba9c139b0b47cea78ee6ed36c553b9"] = "Event log",
}

local holder = Proto("holder", "Heated-tobacco holder")
local name_field = ProtoField.string("holder.name", "Name of UUID")
holder.fields = { name_field }

local uuids = {
  Field.new("btatt.uuid128"), Field.new("btatt.service_uuid128"), Field.new("btatt.characteristic_uuid128"),
}

-- Depending on the field, bytes stand in the order of the air or in that of the text.
local function name_of(uuid)
  local digits = tostring(uuid):gsub("[:-]", ""):lower()
  return names[digits] or names[(digits:reverse():gsub("(%x)(%x)", "%2%1"))]
end

function holder.dissector(buffer, pinfo, tree)
  local found, last = {}, nil
  for _, field in ipairs(uuids) do
    for _, uuid in ipairs({ field() }) do
      local name = name_of(uuid)
      if name and not found[name] then
        found[name], last = true, name
        tree:add(name_field, name):set_generated()
      end
    end
  end
  if last then
    pinfo.cols.info:append(" [" .. last .. "]")
  end
end

register_postdissector(holder)
